import type { Site } from "#app/_front/site.ts";

const WEB = new Set(["http:", "https:"]);

/** Whether a URL, absolute or beginning with `/`, leads to this site and nowhere else. */
export function isOwnUrl(value: string, site: Pick<Site, "origin" | "origins">): boolean {
  // A relative URL without its slash is refused too: the sign-in library cannot read one.
  const base = value.startsWith("/") ? site.origin : undefined;
  if (!URL.canParse(value, base)) return false;
  // `blob:` and its like bear the origin that made them, and lead nowhere.
  const { protocol, origin } = new URL(value, base);
  return WEB.has(protocol) && site.origins.has(origin);
}
