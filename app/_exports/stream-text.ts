import { setImmediate } from "node:timers/promises";

/** Pieces of text as a body that is made while it is sent; other requests get their turn between two pieces. */
export function streamText(pieces: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = pieces.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
      await setImmediate();
    },
  });
}
