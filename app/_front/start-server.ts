import { createServer, type Server } from "node:http";
import { answerClientError } from "#app/_front/answer-client-error.ts";
import { answerRaw } from "#app/_front/answer-raw.ts";
import type { Collector } from "#app/_front/collector/collector.ts";
import { lookMs } from "#app/_front/cut-stalled.ts";
import { defaultLimits, type Limits } from "#app/_front/default-limits.ts";
import { type Failure, failureLine } from "#app/_front/failure-line.ts";
import type { Front, Handler, UpgradeHandler } from "#app/_front/front.ts";
import { ProxyWatch } from "#app/_front/proxy-watch.ts";
import { type ReadinessCheck, readiness } from "#app/_front/readiness.ts";
import { relayUpgrade } from "#app/_front/relay-upgrade.ts";
import type { FindReportLook } from "#app/_front/report-look.ts";
import { selfHost } from "#app/_front/self-host.ts";
import { serveRequest } from "#app/_front/serve-request.ts";
import { site } from "#app/_front/site.ts";
import { stopGracefully } from "#app/_front/stop-gracefully.ts";
import type { Notice } from "#lib/domain/notice.ts";

/** Work that goes on beside the requests. */
export interface Job {
  /** Called once, when the server listens. */
  start(): void;
  /** Called once, when the last request is answered; resolves when nothing is left to do. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  handler: Handler;
  /** Given only in development: takes the hot-reload WebSocket. */
  upgrade?: UpgradeHandler;
  /** Default: there are no report links. */
  findReportLook?: FindReportLook;
  /** Default: nothing is collected. */
  collector?: Collector;
  /** Origin under which people reach the server. */
  baseUrl: string;
  host: string;
  /** 0: any free port. */
  port: number;
  trustedProxies?: readonly string[];
  /** A mailto: or https: URI; default: nobody is named. */
  securityContact?: string | null;
  /** What else owners are to be told. */
  notices?: () => readonly Notice[];
  limits?: Partial<Limits>;
  readinessChecks?: readonly ReadinessCheck[];
  jobs?: readonly Job[];
  /** Run after the jobs have stopped, in order. */
  onStop?: readonly (() => void | Promise<void>)[];
  shutdownSeconds?: number;
  /** Default: one line of JSON on standard error. */
  log?: (failure: Failure) => void;
}

export interface RunningServer {
  /** The port it listens on. */
  readonly port: number;
  /** Stops once, however often it is called. False: a hook failed or the time ran out. */
  stop(): Promise<boolean>;
}

/** Bytes of the request line and headers. */
export const LARGEST_HEADERS = 16 * 1024;
const HEADERS_CHECK_MS = 1000;

function writeLog(failure: Failure): void {
  process.stderr.write(failureLine(failure, new Date()));
}

function createFrontServer(front: Front, upgrade: UpgradeHandler | undefined): Server {
  const { limits } = front;
  const server = createServer({
    maxHeaderSize: LARGEST_HEADERS,
    headersTimeout: limits.headersMs,
    // Bodies have deadlines of their own: an import may take an hour.
    requestTimeout: 0,
    connectionsCheckingInterval: Math.min(HEADERS_CHECK_MS, limits.headersMs),
    keepAliveTimeout: limits.keepAliveMs,
    // A missing `Host` is answered by us, so that the answer carries the usual headers.
    requireHostHeader: false,
  });
  server.timeout = lookMs(limits.stallMs);
  // Node drops what exceeds its count in silence; the size limit is the honest one.
  server.maxHeadersCount = 0;
  const serve = serveRequest(front);
  server.on("request", (req, res) => serve(req, res, false));
  server.on("checkContinue", (req, res) => serve(req, res, true));
  server.on("checkExpectation", (req, res) => serve(req, res, false));
  server.on("clientError", (error, socket) => answerClientError(error, socket, front));
  server.on("connect", (_req, socket) => answerRaw(socket, 405, front));
  if (upgrade !== undefined) server.on("upgrade", relayUpgrade(front, upgrade));
  return server;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/**
 * Listens, then starts the jobs. Every request passes the front before the handler sees it.
 * @throws what `listen` throws, such as EADDRINUSE
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const jobs = options.jobs ?? [];
  const log = options.log ?? writeLog;
  let stopped: Promise<boolean> | null = null;
  const ownSite = site(options.baseUrl, selfHost(options.host, options.port));
  const proxies = new ProxyWatch({ trusted: options.trustedProxies ?? [], protocol: ownSite.protocol, log });
  const front: Front = {
    site: ownSite,
    dev: options.upgrade !== undefined,
    limits: { ...defaultLimits, ...options.limits },
    handler: options.handler,
    findReportLook: options.findReportLook ?? (() => null),
    collector: options.collector ?? null,
    proxies,
    securityContact: options.securityContact ?? null,
    notices: () => [
      ...(proxies.isUnlisted ? ["unlisted-proxy" as const] : []),
      ...(options.notices?.() ?? []),
    ],
    readiness: readiness(options.readinessChecks ?? [], () => performance.now()),
    isStopping: () => stopped !== null,
    log,
    answers: new WeakMap(),
  };
  const server = createFrontServer(front, options.upgrade);
  const port = await listen(server, options.port, options.host);
  for (const job of jobs) job.start();
  const hooks = [...jobs.map((job) => () => job.stop()), ...(options.onStop ?? [])];
  const timeoutMs = (options.shutdownSeconds ?? 10) * 1000;
  return {
    port,
    stop: () => {
      stopped ??= stopGracefully({ server, hooks, timeoutMs, log });
      return stopped;
    },
  };
}
