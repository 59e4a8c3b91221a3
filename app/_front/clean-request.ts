import type { IncomingMessage } from "node:http";
import { ownCookies } from "#app/_front/own-cookies.ts";
import type { ReportLook } from "#app/_front/report-look.ts";
import type { Site } from "#app/_front/site.ts";
import { NOTICES_HEADER, type Notice } from "#lib/domain/notice.ts";

const DROPPED = new Set([
  "content-security-policy",
  "content-security-policy-report-only",
  "forwarded",
  "x-intishar-locale",
  "x-intishar-method",
  NOTICES_HEADER,
  "x-intishar-theme",
  "x-nonce",
  "x-real-ip",
  "x-request-id",
]);
const DROPPED_PREFIXES = ["x-forwarded-", "x-middleware-"];

function isDropped(name: string): boolean {
  return DROPPED.has(name) || DROPPED_PREFIXES.some((prefix) => name.startsWith(prefix));
}

/**
 * The host that the client means. Server actions compare it with `Origin`, which the front has judged: of the names
 * of one machine a page may bear another than the request, as when the framework passes an action on to itself.
 */
function publicHost({ headers }: IncomingMessage, site: Site): string {
  if (headers.origin !== undefined && site.origins.has(headers.origin)) return new URL(headers.origin).host;
  const host = headers.host?.toLowerCase() ?? site.host;
  return site.origins.has(`${site.protocol}://${host}`) ? host : site.host;
}

/**
 * Removes what only a proxy or the framework itself may say from a request's headers, and states it
 * anew: the client's address, this site's protocol and host, the request's id, the policy from
 * which the framework takes the nonce for its scripts, how a report link wants to look, and what owners are to be told.
 */
export function cleanRequest(
  req: IncomingMessage,
  said: {
    address: string;
    site: Site;
    requestId: string;
    contentSecurityPolicy: string;
    look: ReportLook | null;
    notices: readonly Notice[];
  },
): void {
  const stated = {
    "content-security-policy": said.contentSecurityPolicy,
    "x-forwarded-for": said.address,
    "x-forwarded-proto": said.site.protocol,
    "x-forwarded-host": publicHost(req, said.site),
    "x-request-id": said.requestId,
    // The app runs the same for HEAD and GET, and is told neither.
    ...(req.method === "HEAD" ? { "x-intishar-method": "HEAD" } : {}),
    ...(said.notices.length === 0 ? {} : { [NOTICES_HEADER]: said.notices.join(",") }),
    ...(said.look?.locale == null ? {} : { "x-intishar-locale": said.look.locale }),
    ...(said.look == null ? {} : { "x-intishar-theme": said.look.theme }),
  };
  const headers = Object.entries(req.headers).filter(([name]) => !isDropped(name));
  req.headers = { ...Object.fromEntries(headers), ...stated };
  const cookie = req.headers.cookie === undefined ? "" : ownCookies(req.headers.cookie, said.site);
  if (cookie === "") delete req.headers.cookie;
  else req.headers.cookie = cookie;
  // The raw list must say the same, or a reader of it would see what was removed.
  req.rawHeaders = Object.entries(req.headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one) => [name, one]),
  );
}
