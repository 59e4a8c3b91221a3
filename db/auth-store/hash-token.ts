import { createHash } from "node:crypto";

/**
 * SHA-256 of a random token, in base64url: what the database keeps, so that a copy of the file opens
 * nothing. Tokens carry at least 128 random bits, so neither salt nor stretching is needed.
 */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
