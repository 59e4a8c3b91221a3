const CAMPAIGN = /^(\/w\/[^/]+\/campaigns\/\d+)(?:\/|$)(?:sharers\/([^/]+))?/;

/** Where the rows of a campaign's card lie as a file, with the question of the page; null on any other page. */
export function csvHref(path: string, widget: string, search: URLSearchParams): string | null {
  const [, campaign, person] = CAMPAIGN.exec(path) ?? [];
  if (campaign === undefined) return null;
  const asked = new URLSearchParams(search);
  // A person's page bears the name in its path; a file is asked for by its address alone.
  if (person !== undefined) asked.set("person", decodeURIComponent(person));
  const query = asked.toString();
  return `/api${campaign}/csv/${widget}${query === "" ? "" : `?${query}`}`;
}
