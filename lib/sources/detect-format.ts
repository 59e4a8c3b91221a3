import { type FileFault, FileFaultError } from "./file-fault.ts";

/** How a file of events is written. `null` delimiter: one JSON object a line. */
export interface FileFormat {
  readonly kind: "csv" | "ndjson";
  readonly delimiter: "," | ";" | "\t" | "|" | null;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * Tells the format of a file from its first bytes, after decompression.
 * @throws FileFaultError when the bytes are no text that we read
 */
export function detectFormat(head: Uint8Array): FileFormat {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) fail({ reason: "utf16" });
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) fail({ reason: "archive", detail: "ZIP, XLSX" });
  if (head.includes(0)) fail({ reason: "binary" });
  const text = new TextDecoder("utf-8")
    .decode(head)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (text === "") fail({ reason: "empty" });
  if (text.startsWith("%PDF")) fail({ reason: "binary" });
  if (/^\[\s*[{[\]]/.test(text)) fail({ reason: "json-array" });
  if (text.startsWith("{")) return { kind: "ndjson", delimiter: null };
  const first = text.split(/\r\n|\n|\r/, 1)[0] ?? "";
  if (/\ufffd/.test(first)) fail({ reason: "binary" });
  const [best = ","] = [...DELIMITERS].sort((a, b) => count(first, b) - count(first, a));
  return { kind: "csv", delimiter: best };
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function fail(fault: FileFault): never {
  throw new FileFaultError(fault);
}
