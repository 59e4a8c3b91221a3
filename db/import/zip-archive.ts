import zlib from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { Inflater } from "./inflater.ts";

/** Files that programs put beside the one that is meant. */
const BY_THE_WAY = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$)|\/$/;
/** More files than anyone chooses from. */
const MOST_ENTRIES = 1000;
const DEFLATED = 8;
const DAMAGED = { short: "archive-damaged", damaged: "archive-damaged" } as const;

/**
 * The names of the files in a zip archive.
 * @throws FileFaultError when the archive is damaged or ends early
 */
export async function listEntries(path: string): Promise<string[]> {
  const archive = await openArchive(path);
  try {
    return meant(await readEntries(archive)).map(({ fileName }) => fileName);
  } finally {
    archive.close();
  }
}

/** A file of an archive with its bytes as they lie there. */
interface PackedEntry {
  readonly entry: Entry;
  readonly bites: AsyncIterable<Buffer>;
}

/**
 * Files of a zip archive one by one, not inflated.
 * @param order which of them, and in which order
 * @throws FileFaultError when the archive is damaged or ends early
 */
export async function* packedEntries(
  path: string,
  order: (entries: readonly Entry[]) => Entry[],
): AsyncGenerator<PackedEntry> {
  const archive = await openArchive(path);
  try {
    for (const entry of order(await readEntries(archive)))
      yield { entry, bites: await openEntry(archive, entry) };
  } finally {
    archive.close();
  }
}

/**
 * The bytes of one file of a zip archive, inflated. All that can be read before a fault is given out first.
 * @param name which file; may be left out if there is only one
 * @param onBytes called with the bytes of that file in the archive read so far
 * @throws FileFaultError naming the files when none is chosen; when the archive is damaged or ends early
 */
export async function* inflateEntry(
  path: string,
  name?: string,
  onBytes: (read: number) => void = () => {},
): AsyncGenerator<Buffer> {
  const archive = await openArchive(path);
  let inflater: Inflater | undefined;
  try {
    const entry = chooseEntry(meant(await readEntries(archive)), name);
    if (entry.isEncrypted()) throw new FileFaultError({ reason: "archive", detail: entry.fileName });
    if (entry.compressionMethod === DEFLATED) inflater = new Inflater(zlib.createInflateRaw(), DAMAGED);
    else if (entry.compressionMethod !== 0)
      throw new FileFaultError({ reason: "archive", detail: entry.fileName });
    const sum = new Checksum(entry);
    let read = 0;
    for await (const bite of await openEntry(archive, entry)) {
      read += bite.length;
      onBytes(read);
      if (inflater === undefined) yield sum.add(bite);
      else for (const chunk of await inflater.write(bite)) yield sum.add(chunk);
    }
    if (inflater) for (const chunk of await inflater.end()) yield sum.add(chunk);
    sum.check();
  } finally {
    inflater?.close();
    archive.close();
  }
}

function chooseEntry(entries: readonly Entry[], name: string | undefined): Entry {
  const chosen = name === undefined ? entries : entries.filter(({ fileName }) => fileName === name);
  const [entry, ...others] = chosen;
  const detail = entries
    .slice(0, 20)
    .map(({ fileName }) => fileName)
    .join(", ");
  if (entry === undefined || others.length > 0)
    throw new FileFaultError(
      entries.length === 0 ? { reason: "empty" } : { reason: "several-files", detail },
    );
  return entry;
}

async function openArchive(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { autoClose: false });
  } catch (error) {
    // What the system refuses is no fault of the file.
    if (error instanceof Error && "code" in error) throw error;
    throw new FileFaultError({ reason: "archive-damaged" });
  }
}

async function readEntries(archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) {
      entries.push(entry);
      if (entries.length === MOST_ENTRIES) break;
    }
  } catch {
    throw new FileFaultError({ reason: "archive-damaged" });
  }
  return entries;
}

function meant(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ fileName }) => !BY_THE_WAY.test(fileName));
}

async function openEntry(archive: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  try {
    return await archive.openReadStreamPromise(entry, { decodeFileData: false });
  } catch {
    throw new FileFaultError({ reason: "archive-damaged" });
  }
}

/** Whether the bytes of an entry are those that were put in. */
class Checksum {
  private crc = 0;
  private length = 0;

  constructor(private readonly entry: Entry) {}

  add(chunk: Buffer): Buffer {
    this.length += chunk.length;
    // Older runtimes know no checksum; there the length alone tells.
    if (typeof zlib.crc32 === "function") this.crc = zlib.crc32(chunk, this.crc);
    return chunk;
  }

  check(): void {
    const whole = this.length === this.entry.uncompressedSize;
    if (!whole || (typeof zlib.crc32 === "function" && this.crc !== this.entry.crc32))
      throw new FileFaultError({ reason: "archive-damaged" });
  }
}
