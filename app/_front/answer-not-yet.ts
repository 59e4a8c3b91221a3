import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerPreflight } from "#app/_front/collector/answer-preflight.ts";
import { LINK_HEADERS } from "#app/_front/collector/answer-redirect.ts";
import { answerScript } from "#app/_front/collector/answer-script.ts";
import type { CollectorContext } from "#app/_front/collector/context.ts";
import { isCollectorPath } from "#app/_front/collector/is-collector-path.ts";
import { linkNotice, noRoomNotice, upgradingNotice } from "#app/_front/collector/link-notice.ts";
import { send, sendJson } from "#app/_front/collector/send.ts";
import { protectResponse } from "#app/_front/protect-response.ts";
import { refuse } from "#app/_front/refuse.ts";
import { refuseRequest } from "#app/_front/refuse-request.ts";
import { type RequestHead, requestHead } from "#app/_front/request-head.ts";
import { securityHeaders } from "#app/_front/security-headers.ts";
import type { Site } from "#app/_front/site.ts";
import type { Destination } from "#db/intake/find-destination.ts";
import type { LandingReader } from "#db/upgrade/landing-reader.ts";
import { type FollowedCode, followedCodes } from "#lib/collect/followed-code.ts";
import { landingAddress } from "#lib/collect/landing-address.ts";
import { STEM_LENGTH } from "#lib/collect/page-protocol.ts";

const HTML = "text/html; charset=utf-8";
const TEXT = "text/plain; charset=utf-8";
const RETRY_SECONDS = "10";
const LATER = { "Retry-After": RETRY_SECONDS } as const;
const LINGER_MS = 2000;

/** Why the server is not there yet: its database is upgraded, the part from 0 to 1 is done; or the disk has no room. */
export type NotYet = { readonly kind: "upgrading"; readonly done: number } | { readonly kind: "no-room" };

export interface NotYetOptions {
  readonly site: Site;
  readonly script: CollectorContext["script"];
  /** Null: the file cannot be read. */
  readonly landings: LandingReader | null;
  readonly state: () => NotYet;
  /** Whether connections are to end with their answer. */
  readonly isStopping: () => boolean;
}

interface Asked {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly head: RequestHead;
}

/** Where a link leads, its signature left aside; of the codes that its path may mean, one that is known. */
function follow(landings: LandingReader, head: RequestHead): (Destination & FollowedCode) | null {
  const found = followedCodes(head).flatMap((followed) => {
    const landing = landings.find(followed.code.slice(0, STEM_LENGTH), followed.code);
    return landing === null ? [] : [{ ...landing, ...followed }];
  });
  return found.find(({ known }) => known) ?? found[0] ?? null;
}

/**
 * Answers before the server is there. People who follow a link are sent on where the file can be read, and report
 * their visit from the page; events and everything else are asked for again, by 503 with `Retry-After`.
 */
export function answerNotYet(options: NotYetOptions): (req: IncomingMessage, res: ServerResponse) => void {
  const { site, isStopping } = options;
  return (req, res) => {
    const head = requestHead(req);
    const security = securityHeaders({
      ...{ nonce: randomBytes(16).toString("base64"), site, dev: false },
      isPublic: isCollectorPath(head.path),
    });
    const caching = head.path === "/intishar.js" ? {} : { "Cache-Control": "no-store" };
    protectResponse(res, { ...security, ...caching, "X-Request-Id": randomUUID() }, isStopping);
    res.on("error", () => res.destroy());
    const refusal = refuseRequest(head, site);
    if (refusal === null) answer(options, { req, res, head });
    else refuse(req, res, refusal, LINGER_MS);
  };
}

function answer(options: NotYetOptions, asked: Asked): void {
  const { path, method } = asked.head;
  const isRead = method === "GET" || method === "HEAD";
  if (path === "/healthz") send(asked, 200, TEXT, "ok\n");
  else if (path === "/readyz") sendJson(asked, 503, readiness(options.state()), LATER);
  else if (path.startsWith("/api/v1/")) answerApi(asked);
  else if (isRead && path === "/intishar.js") answerScript(options, asked);
  else if (isRead && path.startsWith("/s/")) answerLink(options, asked);
  else if (isRead && path !== "/metrics")
    send(asked, 503, HTML, notice(asked.head, options.state()), { ...LATER, Refresh: RETRY_SECONDS });
  else send(asked, 503, TEXT, "503 Service Unavailable\n", LATER);
}

function readiness(state: NotYet): { status: string; checks: Record<string, string> } {
  return state.kind === "upgrading"
    ? {
        status: `upgrading, ${Math.floor(state.done * 100)} %`,
        checks: { database: "upgrading", running: "ok" },
      }
    : { status: "not ready", checks: { disk: "failed", running: "ok" } };
}

function notice(head: RequestHead, state: NotYet): string {
  return state.kind === "upgrading" ? upgradingNotice(head, state.done) : noRoomNotice(head);
}

/** As the collector answers when it cannot store: producers keep what they have, and send it again. */
function answerApi(asked: Asked): void {
  if (asked.head.method === "OPTIONS") {
    answerPreflight(asked);
    return;
  }
  const origin = asked.head.headers.get("origin")?.[0] ?? "*";
  sendJson(
    asked,
    503,
    { error: "not-stored" },
    { ...LATER, "Access-Control-Allow-Origin": origin, Vary: "Origin" },
  );
}

function answerLink({ landings, state }: NotYetOptions, asked: Asked): void {
  try {
    if (landings === null) throw new Error("the file cannot be read");
    const followed = follow(landings, asked.head);
    if (followed === null) send(asked, 404, HTML, linkNotice(asked.head, "unknown"), LINK_HEADERS);
    else if (followed.isPaused) send(asked, 410, HTML, linkNotice(asked.head, "paused"), LINK_HEADERS);
    else {
      const { targetUrl, code, utm, incoming } = followed;
      const location = landingAddress(targetUrl, { code, visit: "", utm, incoming });
      send(asked, 302, HTML, "", { ...LINK_HEADERS, Location: location });
    }
  } catch {
    // An older schema may know no links, and the new one is not there yet.
    send(asked, 503, HTML, notice(asked.head, state()), {
      ...LINK_HEADERS,
      ...LATER,
      Refresh: RETRY_SECONDS,
    });
  }
}
