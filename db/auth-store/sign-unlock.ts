import { createHmac } from "node:crypto";
import { DAY, SECOND } from "#lib/time/lengths.ts";

/** How long a report stays unlocked in a browser: 24 hours, in seconds. */
export const UNLOCK_SECONDS = DAY / SECOND;

/**
 * What a browser keeps once it has given a report's password: `<end>.<signature>`. It fits that link and that
 * password alone, so changing either ends it.
 * @param until Unix milliseconds of its end
 */
export function signUnlock(
  link: { tokenHash: string; passwordHash: string | null },
  until: number,
  secret: string,
): string {
  const said = ["report-unlock", link.tokenHash, link.passwordHash ?? "", until].join("\n");
  return `${until}.${createHmac("sha256", secret).update(said).digest("base64url")}`;
}
