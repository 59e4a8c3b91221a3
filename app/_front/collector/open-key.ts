import type { IngestScope } from "#lib/access/ingest-scope.ts";
import { PUBLIC_KEY_START } from "#lib/collect/page-protocol.ts";
import type { IntakeSource } from "#lib/domain/intake.ts";
import type { CollectorContext, CollectorRequest } from "./context.ts";
import { isBlocked } from "./is-blocked.ts";

/** Who asks: a server with its secret, or a browser with the key of the page that it is on. */
export interface KeyHolder {
  readonly scope: IngestScope;
  readonly source: Extract<IntakeSource, "browser" | "server">;
  /** What its requests are counted under. */
  readonly key: string;
  /** Lets the page read the answer; empty for a server. */
  readonly cors: Readonly<Record<string, string>>;
}

/** A request without leave; the scope is of the campaign that does not want it. */
export interface KeyRefusal {
  readonly status: 401 | 403;
  readonly reason: "unknown-key" | "origin-not-allowed" | "paused" | "blocked";
  readonly scope: IngestScope | null;
  readonly source: KeyHolder["source"];
  readonly cors: KeyHolder["cors"];
}

const UNKNOWN: KeyRefusal = { status: 401, reason: "unknown-key", scope: null, source: "browser", cors: {} };
const BEARER = /^Bearer (\S+)$/i;
const SERVER_KEY = /^isk_[\w-]{43}$/;
const PUBLIC_KEY = new RegExp(`^${PUBLIC_KEY_START}[0-9A-Za-z]{22}$`);

/**
 * The campaign whose key a request holds: in `Authorization: Bearer` or `X-Api-Key` from a server, in `?key=` from a
 * page. @returns 401 when there is no such key, 403 when a page of a site that the campaign does not name holds it,
 * when the campaign takes nothing in, or nothing from there: a page's script does not try such a thing again
 */
export function openKey(context: CollectorContext, request: CollectorRequest): KeyHolder | KeyRefusal {
  const holder = findHolder(context, request);
  if ("status" in holder) return holder;
  const { scope, source, cors } = holder;
  const { collection } = scope;
  const origin = source === "browser" ? request.head.headers.get("origin")?.[0] : undefined;
  const isUnwanted = isBlocked(collection, request.address, origin);
  if (!collection.isPaused && !isUnwanted) return holder;
  return { status: 403, reason: isUnwanted ? "blocked" : "paused", scope, source, cors };
}

function findHolder(context: CollectorContext, { head }: CollectorRequest): KeyHolder | KeyRefusal {
  const secret =
    BEARER.exec(head.headers.get("authorization")?.[0] ?? "")?.[1] ?? head.headers.get("x-api-key")?.[0];
  if (secret !== undefined) {
    const scope = SERVER_KEY.test(secret) ? context.openScope({ serverKey: secret }) : null;
    return scope === null ? UNKNOWN : { scope, source: "server", key: secret, cors: {} };
  }
  const publicKey = new URLSearchParams(head.target.slice(head.path.length)).get("key");
  const scope = publicKey === null || !PUBLIC_KEY.test(publicKey) ? null : context.openScope({ publicKey });
  if (scope === null || publicKey === null) return UNKNOWN;
  const origin = head.headers.get("origin")?.[0];
  if (origin === undefined || !scope.collection.origins.includes(origin))
    return { ...UNKNOWN, status: 403, reason: "origin-not-allowed", scope };
  const cors = {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Expose-Headers": "Retry-After",
    Vary: "Origin",
  };
  return { scope, source: "browser", key: publicKey, cors };
}
