import { createHmac } from "node:crypto";
import { CODE_ALPHABET, SIGNATURE_LENGTH } from "#lib/collect/code-shape.ts";

/** The signature over a code's first letters: 30 bits of HMAC-SHA-256, enough where each guess is counted. */
export function signCode(unsigned: string, signingKey: string): string {
  let number = createHmac("sha256", signingKey).update(unsigned).digest().readUInt32BE(0);
  let signature = "";
  for (let i = 0; i < SIGNATURE_LENGTH; i++) {
    signature += CODE_ALPHABET[number % CODE_ALPHABET.length];
    number = Math.floor(number / CODE_ALPHABET.length);
  }
  return signature;
}
