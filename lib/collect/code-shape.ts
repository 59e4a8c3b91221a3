import { STEM_LENGTH, UNSIGNED_MARK } from "./page-protocol.ts";

/**
 * How a code is built: the stem of its campaign, random letters, and a signature over both. One minted in a
 * browser that had no signed code at hand bears a hyphen behind the stem instead, and no signature.
 */
export const RANDOM_LENGTH = 8;
export const SIGNATURE_LENGTH = 5;
export const CODE_LENGTH = STEM_LENGTH + RANDOM_LENGTH + SIGNATURE_LENGTH;

/** Digits and letters: a code survives every chat, and a double click selects it whole. */
export const CODE_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const SIGNED = new RegExp(`^[0-9A-Za-z]{${CODE_LENGTH}}$`);
const UNSIGNED = new RegExp(`^[0-9A-Za-z]{${STEM_LENGTH}}${UNSIGNED_MARK}[0-9A-Za-z_-]{6,40}$`);

/** What a text can be by its looks: a signed code, one minted in a browser, or none of ours. */
export function codeShape(text: string): "signed" | "unsigned" | "other" {
  if (SIGNED.test(text)) return "signed";
  return UNSIGNED.test(text) ? "unsigned" : "other";
}
