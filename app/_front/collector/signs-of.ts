import type { RequestHead } from "#app/_front/request-head.ts";
import type { AgentSigns } from "#lib/collect/agent-label.ts";
import { agentSigns } from "#lib/collect/agent-signs.ts";

/** What of a request to the collector tells a person from a machine, and one browser from another. */
export function signsOf({ method, headers }: Pick<RequestHead, "method" | "headers">): AgentSigns {
  return agentSigns(method, (name) => headers.get(name)?.join() ?? null);
}
