import { StringDecoder } from "node:string_decoder";
import iconv from "iconv-lite";
import { FileFaultError } from "#lib/sources/file-fault.ts";

/** Turns bytes that come in chunks into text, without the mark of the byte order. */
export interface TextReader {
  read(bytes: Buffer): string;
  /** What the last bytes come to. */
  end(): string;
}

/**
 * A reader of text in an encoding, UTF-8 when left out.
 * @throws FileFaultError when no encoding of this name is known
 */
export function decodeText(encoding = "utf-8"): TextReader {
  const decoder = decoderOf(encoding);
  let first = true;
  const strip = (text: string) => {
    if (!first || text === "") return text;
    first = false;
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  };
  return { read: (bytes) => strip(decoder.write(bytes)), end: () => strip(decoder.end() ?? "") };
}

function decoderOf(encoding: string): { write(bytes: Buffer): string; end(): string | undefined } {
  // The platform's own is the quickest, and knows all that most files are.
  if (/^utf-?8$/i.test(encoding)) return new StringDecoder("utf8");
  if (!iconv.encodingExists(encoding))
    throw new FileFaultError({ reason: "unknown-encoding", detail: encoding });
  return iconv.getDecoder(encoding);
}
