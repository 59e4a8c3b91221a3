import { UTM_FIELDS, type Utm } from "#lib/domain/link.ts";
import { CODE_PARAMETER, RECORDED } from "./page-protocol.ts";

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
