import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { IntakeResult, IntakeSource } from "#lib/domain/intake.ts";

const COMMIT_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What is read when somebody asks. */
const STATE = {
  queuedEvents: { name: "queued_events", help: "Events that wait for the disk." },
  waitedSeconds: {
    name: "queue_age_seconds",
    help: "For how long the events at hand have waited for the disk.",
  },
  writable: { name: "database_writable", help: "1 unless the last attempt to store events failed." },
  logBytes: { name: "log_bytes", help: "Length of the write-ahead log." },
  lostEvents: { name: "lost_events", help: "Acknowledged events found missing, until an owner confirms it." },
  freeBytes: { name: "disk_free_bytes", help: "Room left beside the database." },
  heldBack: { name: "shares_held_back", help: "Shares that wait to be put where their links say." },
  pagesUp: { name: "pages_up", help: "1 while the process of the pages answers, else 0." },
  pagesDeaths: {
    name: "pages_deaths",
    help: "Times that the process of the pages ended unasked since the server started.",
  },
} as const;

type StateReads = Readonly<Record<keyof typeof STATE, () => number>>;

/** What cannot be read must not keep the rest from being told. */
function readOrUnknown(read: () => number): number {
  try {
    return read();
  } catch {
    return Number.NaN;
  }
}

/** What the collector counts of itself, in the text format of Prometheus. */
export class CollectorMetrics {
  private readonly registry = new Registry();
  private readonly events = new Counter({
    name: "intishar_events_total",
    help: "Events received, by what became of them.",
    labelNames: ["source", "outcome", "reason"] as const,
    registers: [this.registry],
  });
  private readonly requests = new Counter({
    name: "intishar_refused_requests_total",
    help: "Requests refused as a whole, by reason.",
    labelNames: ["reason"] as const,
    registers: [this.registry],
  });
  private readonly redirects = new Counter({
    name: "intishar_redirects_total",
    help: "Answers under /s/, by what was sent and to whom.",
    labelNames: ["answer", "label"] as const,
    registers: [this.registry],
  });
  private readonly unrecorded = new Counter({
    name: "intishar_unrecorded_visits_total",
    help: "Visitors sent on without a record of the visit.",
    labelNames: ["reason"] as const,
    registers: [this.registry],
  });
  private readonly commits = new Histogram({
    name: "intishar_commit_seconds",
    help: "Time from the start of a commit until it is on stable storage.",
    buckets: COMMIT_BUCKETS,
    registers: [this.registry],
  });
  private readonly failures = new Counter({
    name: "intishar_commit_failures_total",
    help: "Commits that failed.",
    registers: [this.registry],
  });

  private readonly sound = new Gauge({
    name: "intishar_database_sound",
    help: "1 when the last reading of the database file found no damage, 0 when it did.",
    registers: [this.registry],
  });
  private readonly checkedAt = new Gauge({
    name: "intishar_database_checked_timestamp_seconds",
    help: "When the database file was last read for damage; 0 before the first time.",
    registers: [this.registry],
  });

  private readonly backedUpAt = new Gauge({
    name: "intishar_backup_timestamp_seconds",
    help: "When the newest good backup was taken; 0 when there is none.",
    registers: [this.registry],
  });
  private readonly backupOverdue = new Gauge({
    name: "intishar_backup_overdue",
    help: "1 when the newest good backup is older than an owner asked for, else 0.",
    registers: [this.registry],
  });

  constructor(read: StateReads) {
    collectDefaultMetrics({ register: this.registry });
    for (const [key, { name, help }] of Object.entries(STATE))
      new Gauge({
        ...{ name: `intishar_${name}`, help, registers: [this.registry] },
        collect() {
          this.set(readOrUnknown(read[key as keyof typeof STATE]));
        },
      });
  }

  countResults(source: IntakeSource, results: readonly IntakeResult[]): void {
    for (const { outcome, reason = "" } of results) this.events.inc({ source, outcome, reason });
  }

  countRefused(source: IntakeSource, reason: string, count: number): void {
    this.events.inc({ source, outcome: "refused", reason }, count);
  }

  countRefusedRequest(reason: string): void {
    this.requests.inc({ reason });
  }

  countRedirect(answer: string, label: string): void {
    this.redirects.inc({ answer, label });
  }

  countUnrecorded(reason: string): void {
    this.unrecorded.inc({ reason });
  }

  observeCommit({ seconds, failed }: { readonly seconds: number; readonly failed: boolean }): void {
    this.commits.observe(seconds);
    if (failed) this.failures.inc();
  }

  noteBackup({ takenAt, isOverdue }: { readonly takenAt: number; readonly isOverdue: boolean }): void {
    this.backedUpAt.set(takenAt / 1000);
    this.backupOverdue.set(isOverdue ? 1 : 0);
  }

  noteSoundness(isSound: boolean): void {
    this.sound.set(isSound ? 1 : 0);
    this.checkedAt.setToCurrentTime();
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
