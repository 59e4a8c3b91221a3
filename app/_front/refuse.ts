import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import { announcesBody } from "#app/_front/announces-body.ts";
import type { Refusal } from "#app/_front/refuse-request.ts";

/**
 * Answers with the refusal, in plain text unless it has a page, and closes the connection. A client that is still sending is
 * read on for `lingerMs`, since a connection cut at once can take the answer with it.
 */
export function refuse(
  req: IncomingMessage,
  res: ServerResponse,
  { status, headers = {}, page }: Refusal,
  lingerMs: number,
): void {
  const body = page ?? `${status} ${STATUS_CODES[status] ?? ""}\n`;
  res.writeHead(status, {
    ...headers,
    "Content-Type": `text/${page === undefined ? "plain" : "html"}; charset=utf-8`,
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
