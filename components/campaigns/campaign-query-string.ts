import type { CampaignQuery } from "./read-campaign-query.ts";

/** The query as the end of an address, defaults left out. */
export function campaignQueryString({ search, sort, archived, page }: CampaignQuery): string {
  const address = new URLSearchParams();
  if (search !== "") address.set("search", search);
  if (sort !== "recent") address.set("sort", sort);
  if (archived) address.set("archived", "1");
  if (page > 1) address.set("page", String(page));
  const text = address.toString();
  return text === "" ? "" : `?${text}`;
}
