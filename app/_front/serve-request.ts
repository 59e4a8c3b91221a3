import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerHealth } from "#app/_front/answer-health.ts";
import { answerSecurity, isSecurityQuestion } from "#app/_front/answer-security.ts";
import { cleanRequest } from "#app/_front/clean-request.ts";
import { isCollectorPath } from "#app/_front/collector/is-collector-path.ts";
import { cutStalled } from "#app/_front/cut-stalled.ts";
import type { Limits } from "#app/_front/default-limits.ts";
import type { Front } from "#app/_front/front.ts";
import { isHealthPath } from "#app/_front/is-health-path.ts";
import { isImport } from "#app/_front/is-import.ts";
import { type BodyLimit, limitBody } from "#app/_front/limit-body.ts";
import { loggablePath } from "#app/_front/loggable-path.ts";
import { protectResponse } from "#app/_front/protect-response.ts";
import type { Caller } from "#app/_front/proxy-watch.ts";
import { refuse } from "#app/_front/refuse.ts";
import { refuseBody } from "#app/_front/refuse-body.ts";
import { refuseRequest } from "#app/_front/refuse-request.ts";
import type { ReportLook } from "#app/_front/report-look.ts";
import { reportToken } from "#app/_front/report-token.ts";
import { type RequestHead, requestHead } from "#app/_front/request-head.ts";
import { securityHeaders } from "#app/_front/security-headers.ts";
import type { Site } from "#app/_front/site.ts";

type BodyKind = "ordinary" | "forwarded" | "import" | "collected";

const REPORT_PATH = "/r/";
const STATIC_PATH = "/_next/static/";
const SCRIPT_PATH = "/intishar.js";
/** Below these stand no pages of our own look. */
const OTHER_PATHS = ["/_next/", "/api/", "/s/", REPORT_PATH, SCRIPT_PATH] as const;
const THEME_HINT = "Sec-CH-Prefers-Color-Scheme";

function bodyKind(head: RequestHead, site: Site): BodyKind {
  if (isCollectorPath(head.path)) return "collected";
  if (isImport(head)) return "import";
  // The framework passes a server action on to itself, and does not know the length then. Whoever
  // pretends to be it gains nothing: the bytes are counted all the same.
  const isSelf = head.headers.get("host")?.[0] === site.selfHost;
  return isSelf && head.headers.has("x-action-forwarded") ? "forwarded" : "ordinary";
}

function bodyLimit(kind: BodyKind, limits: Readonly<Limits>): BodyLimit {
  return kind === "import"
    ? { maxBytes: limits.importBytes, timeoutMs: limits.importIdleMs, clock: "idle" }
    : { maxBytes: limits.bodyBytes, timeoutMs: limits.bodyMs, clock: "whole" };
}

async function handle(
  front: Front,
  req: IncomingMessage,
  res: ServerResponse,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    await front.handler(req, res);
  } catch (error) {
    // A client that has gone away is no failure of ours.
    if (res.closed || res.destroyed) return;
    onError(error);
    if (res.headersSent) res.destroy();
    else refuse(req, res, { status: 500 }, front.limits.lingerMs);
  }
}

function watch(
  front: Front,
  req: IncomingMessage,
  res: ServerResponse,
  log: (error?: unknown) => void,
): void {
  front.answers.set(req.socket, res);
  // Without a listener, an app that writes to an answer which a limit has ended would end the process.
  res.on("error", () => res.destroy());
  res.on("finish", () => {
    if (res.statusCode >= 500) log();
  });
  cutStalled(res, front.limits.stallMs);
}

/** What is known of a request before anybody has answered it. */
interface Passage {
  requestId: string;
  head: RequestHead;
  caller: Caller;
  kind: BodyKind;
  /** The headers that the answer will carry, whatever happens. */
  headers: Readonly<Record<string, string>>;
  contentSecurityPolicy: string;
  report: ReportLook | null;
}

// Thrown here, a database's error would end the process; the page asks again and answers for it.
function lookOrNull(front: Front, token: string): ReportLook | null {
  try {
    return front.findReportLook(token);
  } catch (error) {
    front.log({ event: "report-look-failed", error });
    return null;
  }
}

function inspect(front: Front, req: IncomingMessage): Passage {
  const requestId = randomUUID();
  const head = requestHead(req);
  const caller = front.proxies.callerOf(req.socket.remoteAddress ?? "", head);
  const nonce = randomBytes(16).toString("base64");
  const token = reportToken(head.path);
  const report = token === null ? null : lookOrNull(front, token);
  const security = securityHeaders({
    ...{ nonce, site: front.site, dev: front.dev },
    isReport: head.path.startsWith(REPORT_PATH),
    isPublic: isCollectorPath(head.path),
    embedOrigins: report?.embedOrigins ?? [],
  });
  const caching =
    head.path.startsWith(STATIC_PATH) || head.path === SCRIPT_PATH ? {} : { "Cache-Control": "no-store" };
  return {
    requestId,
    head,
    caller,
    kind: bodyKind(head, front.site),
    headers: { ...security, ...caching, ...themeHints(head.path), "X-Request-Id": requestId },
    contentSecurityPolicy: security["Content-Security-Policy"],
    report,
  };
}

/** Asks the browser on a page of ours whether its user likes it dark; a report looks as its link sets. */
function themeHints(path: string): Record<string, string> {
  const isPage = !OTHER_PATHS.some((start) => path.startsWith(start)) && !isCollectorPath(path);
  return isPage ? { "Accept-CH": THEME_HINT, "Critical-CH": THEME_HINT } : {};
}

// A failure shows twice, as an error and as the answer's status; it is logged once.
function reporter(
  front: Front,
  { requestId, head }: Passage,
  res: ServerResponse,
): (error?: unknown) => void {
  let reported = false;
  return (error) => {
    if (reported) return;
    reported = true;
    const path = loggablePath(head.target);
    const status = res.headersSent ? res.statusCode : 500;
    front.log({ event: "request-failed", requestId, method: head.method, path, status, error });
  };
}

/** The way of a request: refused, answered by the front itself, or cleaned and handed to the app. */
export function serveRequest(
  front: Front,
): (req: IncomingMessage, res: ServerResponse, expectsContinue: boolean) => void {
  const { site, limits, readiness, isStopping } = front;
  return (req, res, expectsContinue) => {
    const passage = inspect(front, req);
    const { head, caller, kind, requestId, contentSecurityPolicy, report: look } = passage;
    const report = reporter(front, passage, res);
    protectResponse(res, passage.headers, isStopping);
    // What the collector turns away it counts by reason: a line for each would fill the disk when it is full.
    watch(front, req, res, kind === "collected" ? () => {} : report);
    const refusal = refuseRequest(head, site) ?? refuseBody(head, kind, limits);
    if (refusal !== null) {
      refuse(req, res, refusal, limits.lingerMs);
      return;
    }
    if (isHealthPath(head.path)) {
      answerHealth(req, res, { path: head.path, readiness, isStopping, notices: front.notices });
      return;
    }
    if (front.securityContact !== null && isSecurityQuestion(head)) {
      answerSecurity(req, res, { contact: front.securityContact, site, now: Date.now() });
      return;
    }
    if (kind === "collected" && front.collector !== null) {
      if (expectsContinue) res.writeContinue();
      void front.collector.answer({ req, res, head, address: caller.limitedAs, visitor: caller.visitor });
      return;
    }
    const { address } = caller;
    cleanRequest(req, { address, site, requestId, contentSecurityPolicy, look, notices: front.notices() });
    limitBody(req, bodyLimit(kind, limits), (status) => {
      if (res.headersSent) req.socket.destroy();
      else refuse(req, res, { status }, limits.lingerMs);
    });
    if (expectsContinue) res.writeContinue();
    void handle(front, req, res, report);
  };
}
