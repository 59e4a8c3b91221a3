import type { Entry } from "yauzl";
import { packedEntries } from "./zip-archive.ts";

/** What says where a sheet lies and what its cells mean; its reader must know it before the cells come. */
const PARTS = /^\[Content_Types\]\.xml$|\.rels$|^xl\/(?:workbook|styles|sharedStrings)\.xml$/i;
const SHEET = /^xl\/worksheets\//i;
const SIGNATURE = 0x04034b50;

/**
 * The parts of a workbook that its cells need, in an order in which they can be read as they come: Excel itself writes the
 * texts that cells share behind the cells. They are passed on packed as they are.
 * @param onBytes called with the bytes of the archive read so far
 */
export async function* workbookStream(
  path: string,
  onBytes: (read: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const { entry, bites } of packedEntries(path, inOrder)) {
    yield headOf(entry);
    for await (const bite of bites) {
      read += bite.length;
      onBytes(read);
      yield new Uint8Array(bite);
    }
  }
}

function inOrder(entries: readonly Entry[]): Entry[] {
  return [
    ...entries.filter(({ fileName }) => PARTS.test(fileName)),
    ...entries.filter(({ fileName }) => SHEET.test(fileName) && !PARTS.test(fileName)),
  ];
}

/** The header of a file in an archive, with the lengths that a writer of streams leaves to a trailer. */
function headOf(entry: Entry): Uint8Array {
  const name = Buffer.from(entry.fileName);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(SIGNATURE, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(entry.compressionMethod, 8);
  head.writeUInt32LE(entry.crc32, 14);
  head.writeUInt32LE(entry.compressedSize, 18);
  head.writeUInt32LE(entry.uncompressedSize, 22);
  head.writeUInt16LE(name.length, 26);
  return new Uint8Array(Buffer.concat([head, name]));
}
