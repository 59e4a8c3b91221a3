import { isOwnUrl } from "#app/_front/is-own-url.ts";
import type { Site } from "#app/_front/site.ts";

function isSafe(pair: string, site: Site): boolean {
  const at = pair.indexOf("=");
  if (at < 0 || !pair.slice(0, at).trim().endsWith("callback-url")) return true;
  try {
    return isOwnUrl(decodeURIComponent(pair.slice(at + 1).trim()), site);
  } catch {
    return false;
  }
}

/**
 * A `Cookie` header without the sign-in library's callback URL when that is malformed or leads to
 * another site: the library would answer 500 to it.
 */
export function ownCookies(header: string, site: Site): string {
  const pairs = header.split(";");
  const kept = pairs.filter((pair) => isSafe(pair, site));
  return kept.length === pairs.length ? header : kept.map((pair) => pair.trim()).join("; ");
}
