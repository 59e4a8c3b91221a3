import type { RequestHead } from "#app/_front/request-head.ts";

/** Real ones are shorter; patterns over longer ones take long. */
const LONGEST = 512;

/** What a client calls itself; "" when it does not say. */
export function userAgentOf({ headers }: Pick<RequestHead, "headers">): string {
  return (headers.get("user-agent")?.[0] ?? "").slice(0, LONGEST);
}
