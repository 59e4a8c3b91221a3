import type { CollectorRequest } from "./context.ts";

const PREFLIGHT = {
  "Access-Control-Allow-Methods": "POST",
  "Access-Control-Allow-Headers": "Content-Type",
  "Access-Control-Max-Age": "86400",
} as const;

/** Lets a browser send events: which sites a key admits is told to a request that holds one, and to ask is free. */
export function answerPreflight({ res, head }: Pick<CollectorRequest, "res" | "head">): void {
  const origin = head.headers.get("origin")?.[0] ?? "*";
  res.writeHead(204, { ...PREFLIGHT, "Access-Control-Allow-Origin": origin, Vary: "Origin" });
  res.end();
}
