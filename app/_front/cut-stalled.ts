import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Looks at a connection within the longest time for which nothing may move on it. */
const LOOKS = 3;

/**
 * How long Node waits before it says that nothing moved. Its first wait goes by in silence, since what the system took
 * at once was movement; then come two that are heard.
 */
export function lookMs(stallMs: number): number {
  return Math.ceil(stallMs / LOOKS);
}

/** Cuts an answer off whose bytes its reader does not take. */
export function cutStalled(res: ServerResponse, stallMs: number): void {
  const pauseMs = lookMs(stallMs);
  let heardAt = Number.NEGATIVE_INFINITY;
  // It is the client's doing only if bytes wait for it.
  res.on("timeout", (socket: Socket) => {
    if (socket.writableLength === 0) return;
    // Where something moved in between, Node has waited once more.
    const isSecond = performance.now() - heardAt < 1.5 * pauseMs;
    heardAt = performance.now();
    if (isSecond) socket.destroy();
    else socket.setTimeout(pauseMs);
  });
}
