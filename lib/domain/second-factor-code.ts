/** Lower case letters that no hand or font makes look alike: neither i, l nor o. */
export const RECOVERY_LETTERS = "abcdefghjkmnpqrstuvwxyz";
/** Letters of a recovery code: 45 bits. */
export const RECOVERY_LENGTH = 10;
/** Recovery codes of a set. */
export const RECOVERY_COUNT = 10;

/** What somebody gives as their second factor. */
export type SecondFactorCode =
  | { readonly kind: "totp"; readonly digits: string }
  | { readonly kind: "recovery"; readonly letters: string };

const RECOVERY = new RegExp(`^[${RECOVERY_LETTERS}]{${RECOVERY_LENGTH}}$`);
const ZEROS = [0x0660, 0x06f0];
const LONGEST = 64;

/**
 * Reads six digits, Latin, Arabic-Indic or Persian, or a recovery code, with whatever spaces and hyphens and in
 * whatever case; null for anything else.
 */
export function readSecondFactorCode(text: string): SecondFactorCode | null {
  if (text.length > LONGEST) return null;
  const plain = latinDigits(text)
    .replaceAll(/[\s\p{Dash}\p{Cf}]/gu, "")
    .toLowerCase();
  if (/^\d{6}$/.test(plain)) return { kind: "totp", digits: plain };
  return RECOVERY.test(plain) ? { kind: "recovery", letters: plain } : null;
}

/** A recovery code as it is shown: its letters in two groups. */
export function groupedRecoveryCode(letters: string): string {
  const half = RECOVERY_LENGTH / 2;
  return `${letters.slice(0, half)}-${letters.slice(half)}`;
}

function latinDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const point = digit.charCodeAt(0);
    return String(point - (ZEROS.findLast((zero) => zero <= point) ?? point));
  });
}
