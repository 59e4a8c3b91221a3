import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { DAY, SECOND } from "#lib/time/lengths.ts";

/** How long a browser stays known: 180 days, in seconds. */
export const KNOWN_SECONDS = (180 * DAY) / SECOND;

/**
 * What a browser keeps once it gave the password of an account or a report: `<end>.<name>.<signature>`. It opens
 * nothing. It sets the browser's own wrong guesses apart from those of strangers, who would otherwise lock it out
 * (OWASP, "device cookies").
 * @param account whose password it gave
 * @param now Unix milliseconds
 */
export function knowBrowser(account: string, { secret, now }: { secret: string; now: number }): string {
  const said = `${now + KNOWN_SECONDS * SECOND}.${randomBytes(16).toString("base64url")}`;
  return `${said}.${sign(said, account, secret)}`;
}

/** The name of a browser that is known for this account; null for any other, and once its time is over. */
export function knownBrowser(
  token: string | undefined,
  account: string,
  { secret, now }: { secret: string; now: number },
): string | null {
  const [, said = "", until = "0", name = "", given = ""] =
    /^((\d{1,15})\.([\w-]{22}))\.([\w-]{43})$/.exec(token ?? "") ?? [];
  if (Number(until) <= now) return null;
  const [a, b] = [Buffer.from(given), Buffer.from(sign(said, account, secret))];
  return a.length === b.length && timingSafeEqual(a, b) ? name : null;
}

function sign(said: string, account: string, secret: string): string {
  return createHmac("sha256", secret).update(`known-browser\n${account}\n${said}`).digest("base64url");
}
