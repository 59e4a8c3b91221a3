import { isAscii } from "node:buffer";
import type { ShapeChoices } from "#lib/sources/detect-format.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { detectEncoding } from "#lib/sources/shape/detect-encoding.ts";
import { decodeText } from "./decode-text.ts";
import { inflateFile } from "./inflate-file.ts";

/** The beginning of a file as text. */
interface FileHead {
  readonly text: string;
  readonly encoding: string;
}

const HEAD_BYTES = 1024 * 1024;
/** Bytes beyond ASCII tell the encoding; so much of what holds some is enough. */
const TELLING_BYTES = 64 * 1024;
/** Where they are looked for no longer; what is no UTF-8 behind it is a fault of its rows. */
const SEARCHED_BYTES = 256 * 1024 * 1024;
const OLD_OFFICE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Reads the head of a file, and of one that begins with nothing but ASCII as much as tells the encoding.
 * @throws FileFaultError when nothing can be read, or it is no text
 */
export async function readHead(path: string, { encoding, entry }: ShapeChoices): Promise<FileHead> {
  const chunks: Buffer[] = [];
  let length = 0;
  const telling: Buffer[] = [];
  let told = 0;
  try {
    for await (const chunk of inflateFile(path, { entry })) {
      if (length < HEAD_BYTES) chunks.push(chunk);
      length += chunk.length;
      if (told < TELLING_BYTES && !isAscii(chunk)) {
        telling.push(chunk);
        told += chunk.length;
      }
      if (
        length >= HEAD_BYTES &&
        (told >= TELLING_BYTES || encoding !== undefined || length > SEARCHED_BYTES)
      )
        break;
    }
  } catch (error) {
    // A file that breaks later is still worth showing.
    if (!(error instanceof FileFaultError) || length === 0) throw error;
  }
  const head = Buffer.concat(chunks).subarray(0, HEAD_BYTES);
  if (head.subarray(0, 8).equals(OLD_OFFICE)) throw new FileFaultError({ reason: "archive", detail: "XLS" });
  const detected = encoding ?? detectEncoding(head, Buffer.concat(telling));
  if (detected === null) throw new FileFaultError({ reason: "binary" });
  const decoder = decodeText(detected);
  const text = decoder.read(head) + (length < HEAD_BYTES ? decoder.end() : "");
  return { text, encoding: detected };
}
