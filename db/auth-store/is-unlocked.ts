import { timingSafeEqual } from "node:crypto";
import { signUnlock } from "#db/auth-store/sign-unlock.ts";

/**
 * Whether a report has no password, or this browser has given it.
 * @param proof.unlock the browser's cookie
 * @param proof.secret the key that signs it
 */
export function isUnlocked(
  link: { tokenHash: string; passwordHash: string | null },
  proof: { unlock: string | undefined; secret: string; now: number },
): boolean {
  if (link.passwordHash === null) return true;
  const until = Number(/^(\d{1,15})\./.exec(proof.unlock ?? "")?.[1] ?? 0);
  if (until <= proof.now) return false;
  const [given, right] = [
    Buffer.from(proof.unlock ?? ""),
    Buffer.from(signUnlock(link, until, proof.secret)),
  ];
  return given.length === right.length && timingSafeEqual(given, right);
}
