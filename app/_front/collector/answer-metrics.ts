import { timingSafeEqual } from "node:crypto";
import type { CollectorContext, CollectorRequest } from "./context.ts";
import { send } from "./send.ts";

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/**
 * Answers `/metrics` in the text format of Prometheus: to whoever holds METRICS_TOKEN, or, where there is none, to a
 * program on this very machine that no proxy speaks for. To all others it does not exist.
 */
export async function answerMetrics(context: CollectorContext, request: CollectorRequest): Promise<void> {
  if (!mayRead(context.metricsToken, request)) {
    send(request, 404, "text/plain; charset=utf-8", "404 Not Found\n");
    return;
  }
  send(request, 200, "text/plain; version=0.0.4; charset=utf-8", await context.metrics.text());
}

function mayRead(token: string | null, { req, head }: CollectorRequest): boolean {
  if (token === null)
    return LOOPBACK.has(req.socket.remoteAddress ?? "") && !head.headers.has("x-forwarded-for");
  const given = Buffer.from(head.headers.get("authorization")?.[0] ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
