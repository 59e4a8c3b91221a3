import type { Duplex } from "node:stream";
import { answerRaw } from "#app/_front/answer-raw.ts";
import type { Front } from "#app/_front/front.ts";

const STATUS_BY_CODE: ReadonlyMap<string | undefined, number> = new Map([
  ["ERR_HTTP_REQUEST_TIMEOUT", 408],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", 413],
  ["HPE_HEADER_OVERFLOW", 431],
]);

/** Answers bytes that are not HTTP, come too slowly or run too long; then closes the connection. */
export function answerClientError(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  front: Pick<Front, "site" | "dev" | "answers">,
): void {
  const hasAnswer = front.answers.get(socket)?.headersSent ?? false;
  if (!socket.writable || hasAnswer || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  answerRaw(socket, STATUS_BY_CODE.get(error.code) ?? 400, front);
}
