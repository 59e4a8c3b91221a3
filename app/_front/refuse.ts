import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Refusal } from "#app/_front/refuse-request.ts";

function announcesBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Answers with the refusal in plain text and closes the connection. A client that is still sending is
 * read on for `lingerMs`, since a connection cut at once can take the answer with it.
 */
export function refuse(
  req: IncomingMessage,
  res: ServerResponse,
  { status, headers = {} }: Refusal,
  lingerMs: number,
): void {
  const body = `${status} ${STATUS_CODES[status] ?? ""}\n`;
  res.writeHead(status, {
    ...headers,
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  });
  if (req.complete || !announcesBody(req)) {
    res.end(body);
    return;
  }
  res.write(body);
  const cut = () => {
    clearTimeout(timer);
    res.end();
  };
  const timer = setTimeout(cut, lingerMs);
  req.once("end", cut).once("close", cut).resume();
}
