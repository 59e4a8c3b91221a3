import { randomBytes } from "node:crypto";

const BYTES = 32;

/** A new secret: 256 random bits in base64url, 43 characters. */
export function mintToken(): string {
  return randomBytes(BYTES).toString("base64url");
}
