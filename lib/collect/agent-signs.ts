import type { AgentSigns } from "./agent-label.ts";

/** Where browsers say that they fetch ahead of their user: today's header, and those of older ones. */
const PURPOSE_HEADERS = ["sec-purpose", "purpose", "x-moz", "x-purpose"];
/** Real user agents are shorter; patterns over longer ones take long. */
export const LONGEST_AGENT = 512;

/**
 * What of a request tells a person from a machine.
 * @param header what the request says under a name in lower case; null: nothing
 */
export function agentSigns(method: string, header: (name: string) => string | null): AgentSigns {
  let purpose = "";
  for (const name of PURPOSE_HEADERS) {
    const said = header(name);
    if (said !== null) purpose += ` ${said}`;
  }
  return { method, purpose, userAgent: (header("user-agent") ?? "").slice(0, LONGEST_AGENT) };
}
