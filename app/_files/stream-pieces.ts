import { setImmediate } from "node:timers/promises";

type Piece = string | Uint8Array;

/** Pieces as a body that is made while it is sent, text in UTF-8; other requests get their turn between two pieces. */
export function streamPieces(pieces: Iterable<Piece> | AsyncIterable<Piece>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator =
    Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) return controller.close();
      controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      await setImmediate();
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
