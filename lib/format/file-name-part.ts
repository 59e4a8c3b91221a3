/** So that the whole name stays below the 255 bytes that disks take. */
const MOST_BYTES = 120;
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
// Marks of direction and the like are not seen, only that text changes places; the non-joiner parts words.
const UNSEEN = /(?!\u200c)\p{Cf}/gu;

/**
 * The name of a campaign as a part of a file's name: its letters and digits, of any script, in lower case, words joined
 * by `-`, at most 120 bytes of UTF-8. `campaign` when it has none.
 */
export function fileNamePart(name: string): string {
  const words = name.replace(UNSEEN, "").toLowerCase().normalize("NFC").match(WORDS) ?? [];
  const encoder = new TextEncoder();
  let part = "";
  let bytes = 0;
  for (const sign of words.join("-")) {
    bytes += encoder.encode(sign).length;
    if (bytes > MOST_BYTES) break;
    part += sign;
  }
  return part === "" ? "campaign" : part.replace(/-$/, "");
}
