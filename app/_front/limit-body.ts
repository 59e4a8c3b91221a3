import type { IncomingMessage } from "node:http";

/** How much body a client may send, and how slowly. */
export interface BodyLimit {
  maxBytes: number;
  timeoutMs: number;
  /** `whole`: the time is for all of it; `idle`: for each pause. */
  clock: "whole" | "idle";
}

const TICKS = 10;

/**
 * Watches a body while somebody else reads it. On the first breach `onBreach` is called with 408 or
 * 413, and the reader gets no further byte.
 */
export function limitBody(req: IncomingMessage, limit: BodyLimit, onBreach: (status: number) => void): void {
  let received = 0;
  let breached = false;
  let ticksLeft = TICKS;
  const breach = (status: number) => {
    clearInterval(clock);
    breached = true;
    onBreach(status);
  };
  const clock = setInterval(() => {
    // A full buffer means that our own reader is late, not the client: that time does not count.
    if (req.readableLength < req.readableHighWaterMark) ticksLeft -= 1;
    if (ticksLeft === 0) breach(408);
  }, limit.timeoutMs / TICKS);
  // A listener for `data` would start the flow before the reader is there; the parser's `push` is the
  // one place where every byte passes and none is taken.
  const push = req.push.bind(req);
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk === null) clearInterval(clock);
    if (chunk === null || breached) return chunk === null ? push(null) : true;
    received += chunk.length;
    if (received > limit.maxBytes) {
      breach(413);
      return true;
    }
    if (limit.clock === "idle") ticksLeft = TICKS;
    return push(chunk, encoding);
  };
  req.once("close", () => clearInterval(clock));
}
