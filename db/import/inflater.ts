import type { Gunzip, InflateRaw } from "node:zlib";
import { FileFaultError, type FileFaultReason } from "#lib/sources/file-fault.ts";

/** An inflating stream whose output survives its failure: one that is destroyed forgets what it had buffered. */
export class Inflater {
  private readonly output: Buffer[] = [];
  private readonly closed: Promise<void>;
  private failure: FileFaultError | undefined;

  /** @param reasons of a stream that ends early and of one that is damaged */
  constructor(
    private readonly stream: Gunzip | InflateRaw,
    reasons: { readonly short: FileFaultReason; readonly damaged: FileFaultReason },
  ) {
    // Listened for from the start: a stream that fails closes before anyone asks.
    this.closed = new Promise((resolve) => stream.once("close", resolve));
    stream.on("data", (chunk: Buffer) => this.output.push(chunk));
    stream.on("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "Z_BUF_ERROR" ? reasons.short : reasons.damaged;
      this.failure = new FileFaultError({ reason });
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
