/**
 * Whether a request opens a report rather than moves about in it: choosing other days comes from the page
 * itself, and what a browser fetches ahead nobody has seen.
 */
export function isOpening(headers: Pick<Headers, "get">): boolean {
  const isAhead = (headers.get("sec-purpose") ?? headers.get("purpose") ?? "").includes("prefetch");
  return headers.get("sec-fetch-site") !== "same-origin" && !isAhead;
}
