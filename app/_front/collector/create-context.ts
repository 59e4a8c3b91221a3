import { LRUCache } from "lru-cache";
import { HeldBytes } from "#app/_front/held-bytes.ts";
import type { CollectionHolder } from "#db/auth-store/find-collection.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { freeBytes, logBytes } from "#db/file-sizes.ts";
import { findDestination } from "#db/intake/find-destination.ts";
import { readLostEvents } from "#db/intake/lost-events.ts";
import { RefusalTally } from "#db/intake/refusal-tally.ts";
import { takeIn } from "#db/intake/take-in.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { openIngestScope } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { IngestScope } from "#lib/access/ingest-scope.ts";
import { Admission } from "./admission.ts";
import { defaultCollectorLimits } from "./collector-limits.ts";
import { CollectorMetrics } from "./collector-metrics.ts";
import { CommitQueue } from "./commit-queue.ts";
import type { CollectorContext, CollectorOptions } from "./context.ts";
import { DeviceMarks } from "./device-marks.ts";
import { createRateLimits } from "./rate-limits.ts";
import { RecentSharers } from "./recent-sharers.ts";
import { ScannerWatch } from "./scanner-watch.ts";

/** How long a change of keys, links and targets may take to reach the collector. */
const FRESH_MS = 1000;
const MOST_CACHED = 20_000;

/**
 * What the collector's answers share: its queue, its bounds and counts, and who may report where.
 * @param beforeCommit called before events are stored; when it throws, they are not
 */
export function createContext(options: CollectorOptions, beforeCommit: () => void): CollectorContext {
  const { db, site, script, metricsToken } = options;
  const limits = { ...defaultCollectorLimits, ...options.limits };
  const path = db.$client.name;
  const metrics: CollectorMetrics = new CollectorMetrics({
    queuedEvents: () => queue.depth,
    waitedSeconds: () => queue.waitedMs / 1000,
    writable: () => (queue.isBroken ? 0 : 1),
    logBytes: () => logBytes(path),
    freeBytes: () => freeBytes(path),
    lostEvents: () => readLostEvents(db)?.events ?? 0,
    heldBack: () => eventStoreOf(db).countHeldBack(),
    pagesUp: () => (options.pages?.()?.isUp === true ? 1 : 0),
    pagesDeaths: () => options.pages?.()?.deaths ?? 0,
  });
  const queue: CommitQueue = new CommitQueue({
    commit: (intakes) => {
      beforeCommit();
      return takeIn(db, intakes);
    },
    maxEvents: limits.queuedEvents,
    maxBytes: limits.queuedBytes,
    busyMs: limits.busyMs,
    observe: (state) => metrics.observeCommit(state),
    // The first of a row: a full disk would be filled further by a line for each.
    onError: (error) => {
      if (!queue.isBroken) options.log({ event: "commit-failed", error });
    },
  });
  const scopes = remembering<{ scope: IngestScope | null }>();
  const destinations = remembering<ReturnType<typeof findDestination>>();
  return {
    site,
    limits,
    queue,
    metrics,
    script,
    metricsToken,
    refusals: new RefusalTally(),
    held: new HeldBytes(limits.heldBytes),
    admission: new Admission({
      inside: limits.admittedBytes,
      waiting: limits.waitingBytes,
      waitMs: limits.waitMs,
    }),
    rates: createRateLimits(limits),
    devices: new DeviceMarks(),
    sharers: new RecentSharers(),
    scanners: new ScannerWatch(),
    now: Date.now,
    openScope: (holder) => scopes(JSON.stringify(holder), () => ({ scope: scopeOrNull(db, holder) })).scope,
    destinationOf: (scope, code) =>
      destinations(`${scope.workspaceId} ${scope.collection.campaignId} ${code}`, () =>
        findDestination(scope, code),
      ),
  };
}

/** Looks things up by name, each at most once in `FRESH_MS` however often it is asked for. */
function remembering<T extends object>(): (name: string, find: () => T) => T {
  const cache = new LRUCache<string, T>({ max: MOST_CACHED, ttl: FRESH_MS });
  return (name, find) => {
    const known = cache.get(name) ?? find();
    cache.set(name, known, { noUpdateTTL: true });
    return known;
  };
}

function scopeOrNull(db: IntisharDatabase, holder: CollectionHolder): IngestScope | null {
  try {
    return openIngestScope(db, holder);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
