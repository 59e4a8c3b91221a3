import type { ServerResponse } from "node:http";
import type { CollectorRequest } from "./context.ts";

/** Answers with a text of a type; a HEAD request gets its headers alone. */
export function send(
  { req, res }: Pick<CollectorRequest, "req" | "res">,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (res.writableEnded || res.destroyed) return;
  res.writeHead(status, { ...headers, "Content-Type": type, "Content-Length": Buffer.byteLength(body) });
  res.end(req.method === "HEAD" ? undefined : body);
}

/** Answers with JSON. */
export function sendJson(
  request: { req: CollectorRequest["req"]; res: ServerResponse },
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(request, status, "application/json", `${JSON.stringify(body)}\n`, headers);
}
