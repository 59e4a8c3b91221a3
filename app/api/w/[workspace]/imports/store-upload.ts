import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";

/** A body on disk. */
export interface StoredUpload {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes a body, as it comes, to a new file beside the database.
 * @throws what reading the body throws; nothing is left on disk then
 */
export async function storeUpload(body: ReadableStream<Uint8Array>): Promise<StoredUpload> {
  // The folder is the operator's to choose: the bundler must not take it for a part of the project.
  const database = resolve(/* turbopackIgnore: true */ process.env.DATABASE_PATH ?? ".data/intishar.db");
  const folder = join(/* turbopackIgnore: true */ dirname(database), "uploads");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  try {
    await pipeline(chunksOf(body), createWriteStream(path, { mode: 0o600 }));
    return { path, bytes: (await stat(path)).size };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
