import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { FileFaultError } from "#lib/sources/file-fault.ts";

// A gzip bomb inflates a thousandfold: small bites bound what one of them can become in memory.
const BITE = 16 * 1024;

/**
 * The bytes of a file, inflated if it is gzip (told by its first bytes, not by its name). All that can be
 * read before a fault is given out first.
 * @param onBytes called with the number of bytes of the file itself read so far
 * @throws FileFaultError when a gzip file ends early or is damaged
 */
export async function* inflateFile(
  path: string,
  onBytes: (read: number) => void = () => {},
): AsyncGenerator<Buffer> {
  let read = 0;
  let inflater: Inflater | null | undefined;
  try {
    for await (const bite of createReadStream(path, { highWaterMark: BITE }) as AsyncIterable<Buffer>) {
      read += bite.length;
      if (inflater === undefined) inflater = isGzip(bite) ? new Inflater() : null;
      onBytes(read);
      if (inflater === null) yield bite;
      else yield* await inflater.write(bite);
    }
    if (inflater) yield* await inflater.end();
  } finally {
    inflater?.close();
  }
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Gunzip whose output survives its failure: a stream that is destroyed forgets what it had buffered. */
class Inflater {
  private readonly stream = createGunzip();
  private readonly output: Buffer[] = [];
  private readonly closed = new Promise<void>((resolve) => this.stream.once("close", resolve));
  private failure: FileFaultError | undefined;

  constructor() {
    this.stream.on("data", (chunk: Buffer) => this.output.push(chunk));
    this.stream.on("error", (error: NodeJS.ErrnoException) => {
      const short = error.code === "Z_BUF_ERROR";
      this.failure = new FileFaultError({ reason: short ? "gzip-cut-short" : "gzip-damaged" });
    });
  }

  async write(bite: Buffer): Promise<Iterable<Buffer>> {
    const written = new Promise<void>((resolve) => this.stream.write(bite, () => resolve()));
    // A stream that fails never calls back for the write that broke it; it only closes.
    await Promise.race([written, this.closed]);
    return this.take();
  }

  async end(): Promise<Iterable<Buffer>> {
    this.stream.end();
    await this.closed;
    return this.take();
  }

  close(): void {
    this.stream.destroy();
  }

  private *take(): Iterable<Buffer> {
    yield* this.output.splice(0);
    if (this.failure !== undefined) throw this.failure;
  }
}
