const DIACRITICS = /[\u0640\u064b-\u0652\u0670]/g;

/**
 * A heading as it is compared: `parentShareId`, `Parent Share-ID` and `parent.share_id` are one, and so are the
 * ways in which Arabic is spelled.
 */
export function headingKey(heading: string): string {
  return heading
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replace(DIACRITICS, "")
    .replace(/[أإآ]/g, "ا")
    .replaceAll("ة", "ه")
    .replaceAll("ى", "ي")
    .split(/[^\p{L}\p{N}]/u)
    .filter((part) => part !== "")
    .join("_");
}
