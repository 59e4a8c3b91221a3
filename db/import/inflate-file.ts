import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { Inflater } from "./inflater.ts";
import { inflateEntry } from "./zip-archive.ts";

/** How a file is read. */
interface InflateOptions {
  /** Which file of an archive; may be left out if there is only one. */
  readonly entry?: string | undefined;
  /** Called with the number of bytes of the file itself read so far. */
  readonly onBytes?: ((read: number) => void) | undefined;
}

// A gzip bomb inflates a thousandfold: small bites bound what one of them can become in memory.
const BITE = 16 * 1024;

/**
 * The bytes of a file, inflated if it is gzip or a zip archive (told by its first bytes, not by its name). All that can
 * be read before a fault is given out first.
 * @throws FileFaultError when a compressed file ends early or is damaged, or an archive holds several files
 */
export async function* inflateFile(
  path: string,
  { entry, onBytes = () => {} }: InflateOptions = {},
): AsyncGenerator<Buffer> {
  const kind = await containerOf(path);
  if (kind === "zip") return yield* inflateEntry(path, entry, onBytes);
  let read = 0;
  const inflater =
    kind === "gzip"
      ? new Inflater(createGunzip(), { short: "gzip-cut-short", damaged: "gzip-damaged" })
      : undefined;
  try {
    for await (const bite of createReadStream(path, { highWaterMark: BITE }) as AsyncIterable<Buffer>) {
      read += bite.length;
      onBytes(read);
      if (inflater === undefined) yield bite;
      else yield* await inflater.write(bite);
    }
    if (inflater) yield* await inflater.end();
  } finally {
    inflater?.close();
  }
}

/** What a file is by its first bytes. */
export async function containerOf(path: string): Promise<"gzip" | "zip" | null> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
    return head.readUInt32BE(0) === 0x504b0304 ? "zip" : null;
  } finally {
    await file.close();
  }
}
