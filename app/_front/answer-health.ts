import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readiness } from "#app/_front/readiness.ts";
import type { Notice } from "#lib/domain/notice.ts";

function answer(req: IncomingMessage, res: ServerResponse, status: number, type: string, body: string): void {
  res.writeHead(status, { "Content-Type": type, "Content-Length": String(Buffer.byteLength(body)) });
  res.end(req.method === "HEAD" ? undefined : body);
}

/**
 * Answers `/healthz` (the process turns its loop: always 200) and `/readyz` (200 when every check
 * passes, if with a warning, and the server is not stopping, else 503; the body names each check and its result, and
 * what else is amiss).
 */
export function answerHealth(
  req: IncomingMessage,
  res: ServerResponse,
  state: {
    path: string;
    readiness: () => Readiness;
    isStopping: () => boolean;
    notices: () => readonly Notice[];
  },
): void {
  if (state.path === "/healthz") {
    answer(req, res, 200, "text/plain; charset=utf-8", "ok\n");
    return;
  }
  const { ready, checks } = state.readiness();
  const running = !state.isStopping();
  const warnings = state.notices();
  const body = {
    status: ready && running ? "ready" : "not ready",
    checks: { ...checks, running: running ? "ok" : "failed" },
    ...(warnings.length === 0 ? {} : { warnings }),
  };
  answer(req, res, ready && running ? 200 : 503, "application/json", `${JSON.stringify(body)}\n`);
}
