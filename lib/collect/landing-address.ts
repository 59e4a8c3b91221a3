import { UTM_FIELDS, type Utm } from "#lib/domain/link.ts";

/** The parameter by which a code reaches a landing page. */
export const CODE_PARAMETER = "ish";
/** Behind a code in that parameter: the redirect has recorded the visit. */
export const RECORDED = ".r";

/** A campaign's page with the code that leads to it, as a redirect names it. */
export function landingAddress(
  targetUrl: string,
  { code, isRecorded, utm }: { readonly code: string; readonly isRecorded: boolean; readonly utm: Utm },
): string {
  const url = new URL(targetUrl);
  for (const field of UTM_FIELDS) {
    const value = utm[field];
    if (value !== undefined) url.searchParams.set(`utm_${field}`, value);
  }
  url.searchParams.set(CODE_PARAMETER, isRecorded ? `${code}${RECORDED}` : code);
  return url.href;
}
