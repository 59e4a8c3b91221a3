import { UTM_FIELDS, type Utm } from "#lib/domain/link.ts";
import { CODE_PARAMETER, VISIT_MARK } from "./page-protocol.ts";

/**
 * A campaign's page with the code that leads to it, as a redirect names it.
 * @param visit what the redirect says of the visit: "" where the page alone reports it
 */
export function landingAddress(
  targetUrl: string,
  { code, visit, utm }: { readonly code: string; readonly visit: string; readonly utm: Utm },
): string {
  const url = new URL(targetUrl);
  for (const field of UTM_FIELDS) {
    const value = utm[field];
    if (value !== undefined) url.searchParams.set(`utm_${field}`, value);
  }
  url.searchParams.set(CODE_PARAMETER, visit === "" ? code : `${code}${VISIT_MARK}${visit}`);
  return url.href;
}
