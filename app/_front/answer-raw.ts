import { randomBytes, randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Front } from "#app/_front/front.ts";
import { securityHeaders } from "#app/_front/security-headers.ts";

/** Answers on a connection for which Node has made no response object, and closes it. */
export function answerRaw(
  socket: Duplex,
  status: number,
  front: Pick<Front, "site" | "dev">,
  extra: Readonly<Record<string, string>> = {},
): void {
  const reason = STATUS_CODES[status] ?? "";
  const body = `${status} ${reason}\n`;
  const headers = {
    ...extra,
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
    "Cache-Control": "no-store",
    "X-Request-Id": randomUUID(),
    ...securityHeaders({ nonce: randomBytes(16).toString("base64"), site: front.site, dev: front.dev }),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join("")}\r\n${body}`, () => socket.destroy());
}
