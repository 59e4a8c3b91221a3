import { isCollectorPath } from "#app/_front/collector/is-collector-path.ts";
import { isHealthPath } from "#app/_front/is-health-path.ts";
import { isOwnUrl } from "#app/_front/is-own-url.ts";
import type { RequestHead } from "#app/_front/request-head.ts";
import type { Site } from "#app/_front/site.ts";
import { beginsWithCode } from "#lib/collect/followed-code.ts";

/** An answer that turns a request away before the app sees it. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What people are shown, in HTML; plain text when absent. */
  readonly page?: string;
}

const LONGEST_PATH = 8 * 1024;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const PROBE_METHODS = ["GET", "HEAD"];
const CHANGING_METHODS = new Set(["POST", "PUT", "PATCH", "DELETE"]);

function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function refuseLine({ method, path }: RequestHead): Refusal | null {
  const methods = isHealthPath(path) ? PROBE_METHODS : METHODS;
  if (!methods.includes(method)) return { status: 405, headers: { Allow: methods.join(", ") } };
  if (path.length > LONGEST_PATH) return { status: 414 };
  // Chats put marks behind a link, and cut a letter's bytes in two: what follows a code says nothing.
  if (beginsWithCode(path)) return null;
  // `//host` and `\host` are read as another site's address once they are used as a link.
  if (!path.startsWith("/") || path.startsWith("//") || path.includes("\\")) return { status: 400 };
  const decoded = decodedPath(path);
  return decoded === null || decoded.includes("\0") ? { status: 400 } : null;
}

function refuseHost({ headers, path }: RequestHead, site: Site): Refusal | null {
  const hosts = headers.get("host") ?? [];
  const host = hosts[0];
  if (hosts.length !== 1 || host === undefined || host === "") return { status: 400 };
  // A container's probe knows the server by an address only.
  if (isHealthPath(path) || site.hosts.has(host.toLowerCase())) return null;
  return { status: 421 };
}

function isElsewhere({ origins }: Site): (url: string) => boolean {
  return (url) => !URL.canParse(url) || !origins.has(new URL(url).origin);
}

function refuseCrossSite({ method, headers, path }: RequestHead, site: Site): Refusal | null {
  // The collector is there for other sites, and no cookie of ours opens it.
  if (!CHANGING_METHODS.has(method) || isCollectorPath(path)) return null;
  const origins = headers.get("origin") ?? [];
  if (origins.some((origin) => !site.origins.has(origin))) return { status: 403 };
  const sites = headers.get("sec-fetch-site") ?? [];
  if (sites.includes("cross-site")) return { status: 403 };
  // A browser that names no origin may still tell where it comes from; a neighbour's host is not ours.
  const isForeign = sites.includes("same-site") || (headers.get("referer") ?? []).some(isElsewhere(site));
  return origins.length === 0 && isForeign ? { status: 403 } : null;
}

// The sign-in library answers 500 to a callback URL that it cannot parse.
function refuseCallback({ target, path }: RequestHead, site: Site): Refusal | null {
  const values = new URLSearchParams(target.slice(path.length)).getAll("callbackUrl");
  return values.every((value) => value === "" || isOwnUrl(value, site)) ? null : { status: 400 };
}

/**
 * Judges the request line and headers. Null: the request may go on.
 * @param upgrade whether this request may become a WebSocket, as the development server's must
 */
export function refuseRequest(
  head: RequestHead,
  site: Site,
  { upgrade }: { upgrade: boolean } = { upgrade: false },
): Refusal | null {
  if (head.headers.has("upgrade") && !upgrade) return { status: 400 };
  const expected = head.headers.get("expect") ?? [];
  if (expected.some((value) => value.toLowerCase() !== "100-continue")) return { status: 417 };
  return (
    refuseLine(head) ?? refuseHost(head, site) ?? refuseCallback(head, site) ?? refuseCrossSite(head, site)
  );
}
