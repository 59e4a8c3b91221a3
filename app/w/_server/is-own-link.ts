import { site } from "#app/_front/site.ts";

/** Whether an address is a short link of this server, by any of its names: as a target it would lead to itself. */
export function isOwnLink(address: string, baseUrl = process.env.NEXTAUTH_URL ?? ""): boolean {
  if (!URL.canParse(address) || !URL.canParse(baseUrl)) return false;
  const { origin, pathname } = new URL(address);
  return pathname.startsWith("/s/") && site(baseUrl, "").origins.has(origin);
}
