import { randomBytes } from "node:crypto";
import { deriveKey } from "#db/auth-store/derive-key.ts";

// OWASP Password Storage Cheat Sheet: one of the settings it holds equivalent to N = 2^17, p = 1.
const COST = { N: 2 ** 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** What no password hashes to that anybody could name: for whoever signs in by other means. */
export function unknownPasswordHash(): string {
  const [salt, key] = [randomBytes(SALT_BYTES), randomBytes(KEY_BYTES)];
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Hashes a password as `scrypt$N$r$p$salt$hash`, salt and hash in base64url; takes 32 MiB and about 0.3 s. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await deriveKey(password, salt, KEY_BYTES, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}
