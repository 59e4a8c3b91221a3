import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerPreflight } from "#app/_front/collector/answer-preflight.ts";
import { LINK_HEADERS } from "#app/_front/collector/answer-redirect.ts";
import { answerScript } from "#app/_front/collector/answer-script.ts";
import type { CollectorContext } from "#app/_front/collector/context.ts";
import { isCollectorPath } from "#app/_front/collector/is-collector-path.ts";
import { linkNotice, upgradingNotice } from "#app/_front/collector/link-notice.ts";
import { send, sendJson } from "#app/_front/collector/send.ts";
import { protectResponse } from "#app/_front/protect-response.ts";
import { refuse } from "#app/_front/refuse.ts";
import { refuseRequest } from "#app/_front/refuse-request.ts";
import { type RequestHead, requestHead } from "#app/_front/request-head.ts";
import { securityHeaders } from "#app/_front/security-headers.ts";
import type { Site } from "#app/_front/site.ts";
import type { LandingReader } from "#db/upgrade/landing-reader.ts";
import { codeShape } from "#lib/collect/code-shape.ts";
import { landingAddress } from "#lib/collect/landing-address.ts";
import { STEM_LENGTH } from "#lib/collect/page-protocol.ts";

const HTML = "text/html; charset=utf-8";
const TEXT = "text/plain; charset=utf-8";
const RETRY_SECONDS = "10";
const LATER = { "Retry-After": RETRY_SECONDS } as const;
const LINGER_MS = 2000;

export interface UpgradingOptions {
  readonly site: Site;
  readonly script: CollectorContext["script"];
  readonly landings: LandingReader;
  /** The part that is done, 0 to 1. */
  readonly done: () => number;
  /** Whether connections are to end with their answer. */
  readonly isStopping: () => boolean;
}

interface Asked {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly head: RequestHead;
}

/**
 * Answers while the database is upgraded. People who follow a link are sent on, and report their visit from the page;
 * events and everything else are asked for again, by 503 with `Retry-After`.
 */
export function answerUpgrading(
  options: UpgradingOptions,
): (req: IncomingMessage, res: ServerResponse) => void {
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

function answer(options: UpgradingOptions, asked: Asked): void {
  const { path, method } = asked.head;
  const { done } = options;
  const isRead = method === "GET" || method === "HEAD";
  if (path === "/healthz") send(asked, 200, TEXT, "ok\n");
  else if (path === "/readyz") {
    const status = `upgrading, ${Math.floor(done() * 100)} %`;
    sendJson(asked, 503, { status, checks: { database: "upgrading", running: "ok" } }, LATER);
  } else if (path.startsWith("/api/v1/")) answerApi(asked);
  else if (isRead && path === "/intishar.js") answerScript(options, asked);
  else if (isRead && path.startsWith("/s/")) answerLink(options, asked);
  else if (isRead && path !== "/metrics")
    send(asked, 503, HTML, upgradingNotice(asked.head, done()), { ...LATER, Refresh: RETRY_SECONDS });
  else send(asked, 503, TEXT, "503 Service Unavailable\n", LATER);
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

function answerLink({ landings }: UpgradingOptions, asked: Asked): void {
  const code = asked.head.path.slice("/s/".length).replace(/\/$/, "");
  try {
    const found = codeShape(code) === "other" ? null : landings.find(code.slice(0, STEM_LENGTH), code);
    if (found === null) send(asked, 404, HTML, linkNotice(asked.head, "unknown"), LINK_HEADERS);
    else if (found.isPaused) send(asked, 410, HTML, linkNotice(asked.head, "paused"), LINK_HEADERS);
    else {
      const { targetUrl, utm } = found;
      const location = landingAddress(targetUrl, { code, visit: "", utm });
      send(asked, 302, HTML, "", { ...LINK_HEADERS, Location: location });
    }
  } catch {
    // An older schema may know no links, and the new one is not there yet.
    send(asked, 503, TEXT, "503 Service Unavailable\n", { ...LINK_HEADERS, ...LATER });
  }
}
