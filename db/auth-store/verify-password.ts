import { timingSafeEqual } from "node:crypto";
import { deriveKey } from "#db/auth-store/derive-key.ts";

const FORMAT = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;
// Of the cost that hashPassword uses, so that an unknown account takes as long as a known one.
const DUMMY = `scrypt$32768$8$3$${"A".repeat(22)}$${"A".repeat(43)}`;

/**
 * Whether `password` is the one that `hash` was made of.
 * @param hash as `hashPassword` returns it; null when there is no such account: then the answer is false,
 * after the same work
 * @throws Error when the hash is not of that format
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = FORMAT.exec(hash ?? DUMMY) ?? [];
  if (salt === undefined || key === undefined) throw new Error("a stored password hash is malformed");
  const expected = Buffer.from(key, "base64url");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await deriveKey(password, Buffer.from(salt, "base64url"), expected.length, cost);
  return timingSafeEqual(actual, expected) && hash !== null;
}
