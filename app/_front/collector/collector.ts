import { statSync } from "node:fs";
import { LRUCache } from "lru-cache";
import type { Failure } from "#app/_front/failure-line.ts";
import type { Site } from "#app/_front/site.ts";
import { findDestination } from "#db/intake/find-destination.ts";
import { readAcknowledged } from "#db/intake/read-acknowledged.ts";
import { RefusalTally } from "#db/intake/refusal-tally.ts";
import { takeIn } from "#db/intake/take-in.ts";
import { openDatabase } from "#db/open-database.ts";
import { probe } from "#db/probe.ts";
import { openIngestScope } from "#db/scope.ts";
import { isStorageError } from "#db/storage-error.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { IngestScope } from "#lib/access/ingest-scope.ts";
import { Admission } from "./admission.ts";
import { answerCodes } from "./answer-codes.ts";
import { answerEvents } from "./answer-events.ts";
import { answerMetrics } from "./answer-metrics.ts";
import { answerRedirect } from "./answer-redirect.ts";
import { answerScript } from "./answer-script.ts";
import { type CollectorLimits, defaultCollectorLimits } from "./collector-limits.ts";
import { CollectorMetrics } from "./collector-metrics.ts";
import { CommitQueue } from "./commit-queue.ts";
import type { CollectorContext, CollectorRequest } from "./context.ts";
import { DeviceMarks } from "./device-marks.ts";
import { HeldBytes } from "./held-bytes.ts";
import { HighWaterMark } from "./high-water-mark.ts";
import { createRateLimits } from "./rate-limits.ts";
import { RecentSharers } from "./recent-sharers.ts";
import { ScannerWatch } from "./scanner-watch.ts";
import { send } from "./send.ts";

export interface CollectorOptions {
  readonly databasePath: string;
  readonly site: Site;
  /** Null: only this machine may read `/metrics`. */
  readonly metricsToken: string | null;
  readonly script: CollectorContext["script"];
  readonly limits?: Partial<CollectorLimits>;
  readonly log: (failure: Failure) => void;
}

/** The part of the front that takes events in and sends people on. */
export interface Collector {
  /** Answers a request to one of `isCollectorPath`. Never rejects. */
  answer(request: CollectorRequest): Promise<void>;
  /** Takes nothing in from now on: the database file is damaged. People are still sent on. */
  condemn(): void;
  /** Notes that the database file was read and is sound. */
  noteSoundness(): void;
  /** Throws while events cannot be stored. */
  checkWriting(): void;
  /** Stores what waits, then lets go of the database. Call it when no request is under way. */
  stop(): Promise<void>;
}

/** How long a change of keys, links and targets may take to reach the collector. */
const FRESH_MS = 1000;
const MOST_CACHED = 20_000;

/** Opens a connection of its own: a commit of events must not wait for a page's statement, nor a page for it. */
export function createCollector(options: CollectorOptions): Collector {
  const { databasePath, site, metricsToken, script, log } = options;
  const limits = { ...defaultCollectorLimits, ...options.limits };
  // The queue waits for other writers by itself; SQLite's own wait would stop the event loop.
  const db = openDatabase(databasePath, { busyMs: 0, checkpointPages: 4000 });
  let metrics: CollectorMetrics | undefined;
  const queue: CommitQueue = new CommitQueue({
    commit: (intakes) => takeIn(db, intakes),
    ...{ maxEvents: limits.queuedEvents, maxBytes: limits.queuedBytes, busyMs: limits.busyMs },
    observe: (state) => metrics?.observeCommit(state),
    // The first of a row: a full disk would be filled further by a line for each.
    onError: (error) => {
      if (!queue.isBroken) log({ event: "commit-failed", error });
    },
  });
  metrics = new CollectorMetrics(
    () => queue.depth,
    () => statSync(`${databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0,
  );
  const scopes = new LRUCache<string, { scope: IngestScope | null }>({ max: MOST_CACHED, ttl: FRESH_MS });
  const destinations = new LRUCache<string, ReturnType<typeof findDestination>>({
    ...{ max: MOST_CACHED, ttl: FRESH_MS },
  });
  const refusals = new RefusalTally();
  const context: CollectorContext = {
    ...{ site, limits, queue, metrics, script, metricsToken },
    refusals,
    held: new HeldBytes(limits.heldBytes),
    admission: new Admission({
      ...{ inside: limits.admittedBytes, waiting: limits.waitingBytes, waitMs: limits.waitMs },
    }),
    rates: createRateLimits(limits),
    devices: new DeviceMarks(),
    sharers: new RecentSharers(),
    scanners: new ScannerWatch(),
    now: Date.now,
    openScope: (holder) => {
      const name = JSON.stringify(holder);
      const known = scopes.get(name) ?? { scope: scopeOrNull(db, holder) };
      scopes.set(name, known, { noUpdateTTL: true });
      return known.scope;
    },
    destinationOf: (scope, code) => {
      const name = `${scope.workspaceId} ${scope.collection.campaignId} ${code}`;
      const known = destinations.get(name) ?? findDestination(scope, code);
      destinations.set(name, known, { noUpdateTTL: true });
      return known;
    },
  };
  const mark = new HighWaterMark(`${databasePath}.mark`, () => readAcknowledged(db));
  const missing = mark.missing();
  if (missing > 0)
    log({
      event: "events-missing",
      error: new Error(`${missing} acknowledged events are not in ${databasePath}`),
    });
  mark.start();
  const writeRefusals = () => {
    try {
      refusals.write(db);
    } catch (error) {
      if (!isStorageError(error)) log({ event: "refusals-not-counted", error });
    }
  };
  const counting = setInterval(writeRefusals, FRESH_MS);
  return {
    answer: async (request) => {
      try {
        await route(context, request);
      } catch (error) {
        log({ event: "collector-failed", method: request.head.method, error });
        send(request, 503, "text/plain; charset=utf-8", "503 Service Unavailable\n", { "Retry-After": "5" });
      }
    },
    condemn: () => {
      metrics?.noteSoundness(false);
      queue.condemn();
    },
    noteSoundness: () => metrics?.noteSoundness(true),
    checkWriting: () => {
      if (queue.isMalformed) throw new Error("the database file is damaged");
      if (!queue.isBroken) return;
      // Nobody may be sending any more, so whether it can be written again is tried here.
      probe(db);
      queue.mend();
    },
    stop: async () => {
      await queue.drain();
      clearInterval(counting);
      writeRefusals();
      mark.stop();
      db.$client.close();
    },
  };
}

function scopeOrNull(
  db: ReturnType<typeof openDatabase>,
  holder: Parameters<typeof openIngestScope>[1],
): IngestScope | null {
  try {
    return openIngestScope(db, holder);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

const PREFLIGHT = {
  "Access-Control-Allow-Methods": "POST",
  "Access-Control-Allow-Headers": "Content-Type",
  "Access-Control-Max-Age": "86400",
} as const;

async function route(context: CollectorContext, request: CollectorRequest): Promise<void> {
  const { method, path, headers } = request.head;
  const isApi = path.startsWith("/api/v1/");
  if (isApi && method === "OPTIONS") {
    // Which sites a key admits is told to a request that holds one; to ask is free.
    const origin = headers.get("origin")?.[0] ?? "*";
    request.res.writeHead(204, { ...PREFLIGHT, "Access-Control-Allow-Origin": origin, Vary: "Origin" });
    request.res.end();
    return;
  }
  const allowed = isApi ? ["POST"] : ["GET", "HEAD"];
  if (!allowed.includes(method)) {
    send(request, 405, "text/plain; charset=utf-8", "405 Method Not Allowed\n", {
      Allow: allowed.join(", "),
    });
    return;
  }
  if (path === "/api/v1/events") await answerEvents(context, request);
  else if (path === "/api/v1/codes") await answerCodes(context, request);
  else if (path === "/intishar.js") answerScript(context, request);
  else if (path === "/metrics") await answerMetrics(context, request);
  else await answerRedirect(context, request);
}
