import { CAMPAIGN_SORTS, type CampaignSort } from "#lib/domain/campaign-list.ts";

/** What the address asks of the list of campaigns. */
export interface CampaignQuery {
  readonly search: string;
  readonly sort: CampaignSort;
  readonly archived: boolean;
  readonly page: number;
}

/** Reads the list's query from an address; what it cannot read stands as if it were not there. */
export function readCampaignQuery(address: Record<string, string | string[] | undefined>): CampaignQuery {
  const { search, archived, page } = address;
  // As it was called once, in addresses that people keep.
  const sort = address.sort === "reach" ? "sharers" : address.sort;
  return {
    search: typeof search === "string" ? search.slice(0, 120) : "",
    sort: CAMPAIGN_SORTS.find((known) => known === sort) ?? "recent",
    archived: archived === "1",
    page: typeof page === "string" && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}
