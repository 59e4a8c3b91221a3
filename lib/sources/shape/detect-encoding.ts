/** How the characters of a file are written; any other name that the decoder knows may be chosen by a person. */
type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1256" | "windows-1252";

/** Encodings that a person is offered. */
export const ENCODINGS = [
  ...["utf-8", "utf-16le", "utf-16be", "windows-1256", "iso-8859-6"],
  ...["windows-1252", "windows-1250", "windows-1251", "windows-1254"],
] as const;

/**
 * Tells how the characters of a file are written from bytes of it.
 * @param more bytes beyond ASCII from anywhere in the file, where its head holds none
 * @returns null when the bytes are no text
 */
export function detectEncoding(head: Uint8Array, more: Uint8Array = head): Encoding | null {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return "utf-8";
  if (startsWith(head, [0xff, 0xfe, 0, 0])) return null;
  if (startsWith(head, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(head, [0xfe, 0xff])) return "utf-16be";
  const wide = wideEncoding(head);
  if (wide !== undefined) return wide;
  const { valid, invalid } = countSequences(more);
  // A byte that was damaged makes no other encoding of a text that is UTF-8 elsewhere.
  if (invalid === 0 || valid > invalid) return "utf-8";
  const controls = more.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  if (controls > more.length / 100) return null;
  return isArabic(more) ? "windows-1256" : "windows-1252";
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}

function isControl(byte: number): boolean {
  return (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 1) || byte === 127;
}

/** UTF-16 without a mark: every delimiter, digit and line end has an empty byte on one side; undefined: no empty byte. */
function wideEncoding(head: Uint8Array): Encoding | null | undefined {
  const empty = [0, 0];
  for (let i = 0; i < head.length; i += 1) if (head[i] === 0) empty[i % 2] = (empty[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = empty;
  if (even + odd === 0) return undefined;
  const telling = head.length / 20;
  if (odd > telling && even < odd / 20) return "utf-16le";
  if (even > telling && odd < even / 20) return "utf-16be";
  return null;
}

/** Sequences of UTF-8 beyond ASCII, and bytes that belong to none; one cut off at the end counts as neither. */
function countSequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      i += 1;
      continue;
    }
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let followed = 1;
    while (followed < length && ((bytes[i + followed] ?? 0) & 0xc0) === 0x80) followed += 1;
    if (length > 0 && byte < 0xf5 && followed === length) valid += 1;
    else if (i + followed < bytes.length || length === 0) invalid += 1;
    i += followed;
  }
  return { valid, invalid };
}

/** Arabic stands in words, what Latin languages write beyond ASCII stands alone among letters of ASCII. */
function isArabic(bytes: Uint8Array): boolean {
  let inWords = 0;
  let alone = 0;
  let run = 0;
  for (let i = 0; i <= bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x80) run += 1;
    else {
      if (run >= 3) inWords += run;
      else alone += run;
      run = 0;
    }
  }
  return inWords > alone;
}
