import type { IncomingMessage } from "node:http";
import type { HeldBytes } from "#app/_front/held-bytes.ts";

/**
 * Reads a body whole before the pages work on it, so that a slow client keeps nobody else out.
 * @param held counts what all bodies hold; the body's length is to be released once it is used
 * @returns the body; `gone` when the client left or broke a limit, `full` when there is no room
 */
export async function readWhole(req: IncomingMessage, held: HeldBytes): Promise<Buffer | "gone" | "full"> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (!held.take(piece.length)) {
        held.release(length);
        return "full";
      }
      length += piece.length;
      pieces.push(piece);
    }
  } catch {
    held.release(length);
    return "gone";
  }
  return Buffer.concat(pieces, length);
}
