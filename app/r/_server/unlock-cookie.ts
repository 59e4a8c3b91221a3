import { KNOWN_SECONDS } from "#db/auth-store/known-browser.ts";
import { UNLOCK_SECONDS } from "#db/auth-store/sign-unlock.ts";

/**
 * The cookie that keeps one report unlocked; a browser sends it to that report's address alone. In another
 * site's frame a browser keeps it only over https, and apart for each such site.
 */
export function unlockCookie(token: string, isFramed = false) {
  const secure = (process.env.NEXTAUTH_URL ?? "").startsWith("https://");
  const isAcross = isFramed && secure;
  return {
    name: "intishar.report",
    options: {
      ...{ httpOnly: true, secure, path: `/r/${token}`, maxAge: UNLOCK_SECONDS },
      ...(isAcross ? ({ sameSite: "none", partitioned: true } as const) : ({ sameSite: "lax" } as const)),
    },
  };
}

/** The cookie by which a browser is known to have given a report's password before; it opens nothing. */
export function readerCookie(token: string, isFramed = false) {
  const { options } = unlockCookie(token, isFramed);
  return { name: "intishar.reader", options: { ...options, maxAge: KNOWN_SECONDS } };
}
