import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { HeldBytes } from "#app/_front/held-bytes.ts";
import type { CollectorLimits } from "./collector-limits.ts";

const inflate = promisify(gunzip);

/** A body as text, or why there is none; 0 when the client has gone away. */
export type Payload =
  | { readonly text: string; readonly bytes: number }
  | { readonly status: 0 | 400 | 408 | 413 | 415 | 503 };

/**
 * Reads a whole body, plain or gzip, within its limits of size, inflated size and time.
 * @param held counts what all bodies hold while they arrive
 */
export async function readPayload(
  req: IncomingMessage,
  limits: Pick<CollectorLimits, "bodyBytes" | "inflatedBytes" | "bodyMs">,
  held: HeldBytes,
): Promise<Payload> {
  const coding = req.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (coding !== "identity" && coding !== "gzip") return { status: 415 };
  const body = await gather(req, limits, held);
  if (typeof body === "number") return { status: body };
  if (coding === "identity") return { text: body.toString("utf8"), bytes: body.length };
  try {
    const inflated = await inflate(body, { maxOutputLength: limits.inflatedBytes });
    return { text: inflated.toString("utf8"), bytes: inflated.length };
  } catch (error) {
    return { status: (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? 413 : 400 };
  }
}

function gather(
  req: IncomingMessage,
  { bodyBytes, bodyMs }: Pick<CollectorLimits, "bodyBytes" | "bodyMs">,
  held: HeldBytes,
): Promise<Buffer | 0 | 408 | 413 | 503> {
  if (Number(req.headers["content-length"] ?? 0) > bodyBytes) return Promise.resolve(413);
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let received = 0;
    let counted = 0;
    const timer = setTimeout(() => end(408), bodyMs);
    const end = (outcome: Buffer | 0 | 408 | 413 | 503) => {
      clearTimeout(timer);
      req.off("data", onData);
      held.release(counted);
      counted = 0;
      resolve(outcome);
    };
    const onData = (piece: Buffer) => {
      received += piece.length;
      if (received > bodyBytes) return end(413);
      if (!held.take(piece.length)) return end(503);
      counted += piece.length;
      pieces.push(piece);
    };
    req.on("data", onData);
    req.once("end", () => end(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)));
    req.once("close", () => end(0));
  });
}
