const CAMPAIGN = /^(\/w\/[^/]+\/campaigns\/\d+)(?:\/|$)/;

/** Where the rows of a campaign's card lie as a file, with the question of the page; null on any other page. */
export function csvHref(path: string, widget: string, search: URLSearchParams): string | null {
  const campaign = CAMPAIGN.exec(path)?.[1];
  if (campaign === undefined) return null;
  const query = search.toString();
  return `/api${campaign}/csv/${widget}${query === "" ? "" : `?${query}`}`;
}
