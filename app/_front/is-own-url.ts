import type { Site } from "#app/_front/site.ts";

/** Whether a URL, absolute or beginning with `/`, leads to this site and nowhere else. */
export function isOwnUrl(value: string, site: Site): boolean {
  // A relative URL without its slash is refused too: the sign-in library cannot read one.
  const base = value.startsWith("/") ? site.origin : undefined;
  return URL.canParse(value, base) && site.origins.has(new URL(value, base).origin);
}
