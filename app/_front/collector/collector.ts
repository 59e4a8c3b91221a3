import { noteLostEvents, readLostEvents } from "#db/intake/lost-events.ts";
import { readAcknowledged } from "#db/intake/read-acknowledged.ts";
import type { RefusalTally } from "#db/intake/refusal-tally.ts";
import { closeDatabase, type IntisharDatabase } from "#db/open-database.ts";
import { createProbe, type Probe } from "#db/probe.ts";
import { isStorageError } from "#db/storage-error.ts";
import type { Notice } from "#lib/domain/notice.ts";
import { answerCodes } from "./answer-codes.ts";
import { answerEvents } from "./answer-events.ts";
import { answerMetrics } from "./answer-metrics.ts";
import { answerPreflight } from "./answer-preflight.ts";
import { answerRedirect } from "./answer-redirect.ts";
import { answerScript } from "./answer-script.ts";
import type { CollectorContext, CollectorOptions, CollectorRequest } from "./context.ts";
import { createContext } from "./create-context.ts";
import { HighWaterMark } from "./high-water-mark.ts";
import { send } from "./send.ts";

/** The queue waits for other writers by itself; SQLite's own wait would stop the event loop. */
export const COLLECTOR_CONNECTION = { busyMs: 0, checkpointPages: 4000 } as const;

/** The part of the front that takes events in and sends people on. */
export interface Collector {
  /** Answers a request to one of `isCollectorPath`. Never rejects. */
  answer(request: CollectorRequest): Promise<void>;
  /** Takes nothing in from now on: the database file is damaged. People are still sent on. */
  condemn(): void;
  /** Notes that the database file was read and is sound. */
  noteSoundness(): void;
  /** Notes when the newest good backup was taken, in UTC milliseconds (0: never), and whether that is too long ago. */
  noteBackup(state: { takenAt: number; isOverdue: boolean }): void;
  /** Throws while events cannot be stored; `warning` while they wait for long. */
  checkWriting(): "warning" | undefined;
  /** Says when acknowledged events are missing, until an owner confirms it. */
  checkLoss(): string | undefined;
  /** What the owners are to be told of writing. */
  notices(): readonly Notice[];
  /** Stores what waits, then lets go of the database. Call it when no request is under way. */
  stop(): Promise<void>;
}

/** Commits take milliseconds; whoever waits for a second waits behind somebody who writes, or for a slow disk. */
const SLOW_MS = 1000;

/** How often what was refused is written down. */
const COUNTING_MS = 1000;

/** Starts to take events in over `options.db`. */
export function createCollector(options: CollectorOptions): Collector {
  const { db, log } = options;
  const probe = createProbe(db);
  const mark = startMark(db, log);
  const context = createContext(options, () => {
    // Nobody would find what is written to a file that was moved away.
    probe.expectPlace();
    mark.tell();
  });
  const { queue, metrics } = context;
  const stopCounting = startCounting(context.refusals, db, log);
  const stopWatch = startWatch(probe, context, log);
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
      metrics.noteSoundness(false);
      queue.condemn();
    },
    noteBackup: (state) => metrics.noteBackup(state),
    checkLoss: () => (readLostEvents(db) === null ? undefined : "events were lost"),
    notices: () => (queue.isMalformed ? ["database-damaged"] : queue.isBroken ? ["cannot-write"] : []),
    noteSoundness: () => metrics.noteSoundness(true),
    checkWriting: () => {
      // Nobody may be sending any more, so whether it can be written again is tried here.
      if (queue.isBroken) mend(probe, queue);
      return queue.waitedMs > SLOW_MS ? "warning" : undefined;
    },
    stop: async () => {
      await queue.drain();
      stopCounting();
      stopWatch();
      mark.stop();
      closeDatabase(db);
    },
  };
}

/** Says when acknowledged events are missing, at each start until an owner confirms it; then keeps count of those to come. */
function startMark(db: IntisharDatabase, log: CollectorOptions["log"]): HighWaterMark {
  const path = db.$client.name;
  const mark = new HighWaterMark(
    `${path}.mark`,
    () => readAcknowledged(db),
    (before) => noteLostEvents(db, { mark: before, now: Date.now() }),
  );
  mark.start();
  const missing = Math.max(mark.missing, readLostEvents(db)?.events ?? 0);
  if (missing > 0)
    log({
      event: "events-missing",
      error: new Error(`${missing} acknowledged events are not in ${path}`),
    });
  return mark;
}

/** Tries now and then whether it can be written, so that it is known before somebody sends. @returns what ends it */
function startWatch(
  probe: Probe,
  { queue, limits }: CollectorContext,
  log: CollectorOptions["log"],
): () => void {
  const timer = setInterval(() => {
    try {
      if (queue.isBroken) mend(probe, queue);
      else probe.check();
    } catch (error) {
      if (!queue.isBroken) log({ event: "writing-failed", error });
      queue.suspect();
    }
  }, limits.watchMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** @throws unless what events take reaches the disk */
function mend(probe: Probe, queue: CollectorContext["queue"]): void {
  if (queue.isMalformed) throw new Error("the database file is damaged");
  probe.prove();
  queue.mend();
}

/** Writes down now and then what was refused. @returns what does so for the last time */
function startCounting(
  refusals: RefusalTally,
  db: IntisharDatabase,
  log: CollectorOptions["log"],
): () => void {
  const write = () => {
    try {
      refusals.write(db);
    } catch (error) {
      if (!isStorageError(error)) log({ event: "refusals-not-counted", error });
    }
  };
  const timer = setInterval(write, COUNTING_MS);
  return () => {
    clearInterval(timer);
    write();
  };
}

async function route(context: CollectorContext, request: CollectorRequest): Promise<void> {
  const { method, path } = request.head;
  const isApi = path.startsWith("/api/v1/");
  if (isApi && method === "OPTIONS") {
    answerPreflight(request);
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
