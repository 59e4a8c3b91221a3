import { agentLabel } from "#lib/collect/agent-label.ts";
import { agentSigns } from "#lib/collect/agent-signs.ts";

/**
 * Whether a request opens a report rather than moves about in it: choosing other days comes from the page
 * itself; what a browser fetches ahead nobody has seen, nor what a program fetches to show a preview.
 */
export function isOpening(headers: Pick<Headers, "get">): boolean {
  // The framework answers HEAD as it does GET; the front says which it was.
  const method = headers.get("x-intishar-method") ?? "GET";
  const isMachine = agentLabel(agentSigns(method, (name) => headers.get(name))) !== null;
  return headers.get("sec-fetch-site") !== "same-origin" && !isMachine;
}
