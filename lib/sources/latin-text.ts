const OTHER = /[^ -~]/;
/** Marks that steer the direction of writing, and those of encodings: nobody sees them. */
const UNSEEN = /[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const SPACES = /[\p{Zs}\t]/gu;
const MINUSES = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/**
 * A date or a number in the signs of a Latin keyboard: digits of Arabic, Persian and full-width writing, minus signs
 * and blanks of all kinds become the plain ones; marks of direction go. Letters stay as they are.
 */
export function latinText(text: string): string {
  if (!OTHER.test(text)) return text;
  return text
    .replace(UNSEEN, "")
    .replace(SPACES, " ")
    .replace(MINUSES, "-")
    .replace(DIGITS, (digit) => String((digit.charCodeAt(0) - (digit >= "\uff10" ? 0xff10 : 0x660)) & 15));
}
