import { createHmac, timingSafeEqual } from "node:crypto";

/** A text with the proof that somebody who holds the key wrote it. */
export interface SealedScope {
  readonly text: string;
  /** HMAC-SHA-256 of the text. */
  readonly seal: Uint8Array;
}

export function sealText(text: string, key: Uint8Array): SealedScope {
  return { text, seal: hmacOf(text, key) };
}

/** The text of a seal made with this key; null for any other. */
export function openSeal({ text, seal }: SealedScope, key: Uint8Array): string | null {
  const expected = hmacOf(text, key);
  return seal.length === expected.length && timingSafeEqual(seal, expected) ? text : null;
}

function hmacOf(text: string, key: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac("sha256", key).update(text).digest());
}
