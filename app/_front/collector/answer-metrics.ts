import { timingSafeEqual } from "node:crypto";
import type { CollectorContext, CollectorRequest } from "./context.ts";
import { send } from "./send.ts";

/**
 * Answers `/metrics` in the text format of Prometheus to whoever holds METRICS_TOKEN. To all others, and where there is
 * none, it does not exist: a program on this machine cannot be told from a proxy on it that speaks for a stranger.
 */
export async function answerMetrics(context: CollectorContext, request: CollectorRequest): Promise<void> {
  if (!mayRead(context.metricsToken, request)) {
    send(request, 404, "text/plain; charset=utf-8", "404 Not Found\n");
    return;
  }
  send(request, 200, "text/plain; version=0.0.4; charset=utf-8", await context.metrics.text());
}

function mayRead(token: string | null, { head }: CollectorRequest): boolean {
  if (token === null) return false;
  const given = Buffer.from(head.headers.get("authorization")?.[0] ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
