import { agentLabel } from "#lib/collect/agent-label.ts";

/**
 * Whether a request opens a report rather than moves about in it: choosing other days comes from the page
 * itself; what a browser fetches ahead nobody has seen, nor what a program fetches to show a preview.
 */
export function isOpening(headers: Pick<Headers, "get">): boolean {
  const isAhead = (headers.get("sec-purpose") ?? headers.get("purpose") ?? "").includes("prefetch");
  // The framework answers HEAD as it does GET; the front says which it was.
  const method = headers.get("x-intishar-method") ?? "GET";
  const isMachine = agentLabel({ method, userAgent: headers.get("user-agent") ?? "", purpose: "" }) !== null;
  return headers.get("sec-fetch-site") !== "same-origin" && !isAhead && !isMachine;
}
