import { createWriteStream, existsSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/**
 * Gives `use` the path of a file; standard input is kept in a scratch file meanwhile, because telling a
 * file's format and reading it are two passes.
 * @param file undefined for standard input
 * @throws Error when there is no such file
 */
export async function withInputFile<T>(
  file: string | undefined,
  use: (path: string) => Promise<T>,
): Promise<T> {
  if (file !== undefined) {
    if (!existsSync(file) || !statSync(file).isFile()) throw new Error(`${file}: no such file`);
    return use(file);
  }
  const folder = await mkdtemp(join(tmpdir(), "intishar-analyze-"));
  try {
    const path = join(folder, "input");
    await pipeline(process.stdin, createWriteStream(path));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
