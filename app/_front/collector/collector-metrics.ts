import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { PagesState } from "#app/_front/processes/messages.ts";
import type { IntakeResult, IntakeSource } from "#lib/domain/intake.ts";

const COMMIT_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

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

  /**
   * @param logBytes length of the log that has yet to be copied into the database file
   * @param pages how the process of the pages is
   */
  constructor(depth: () => number, logBytes: () => number, pages: () => PagesState | null) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: "intishar_log_bytes",
      help: "Length of the write-ahead log.",
      registers: [this.registry],
      collect() {
        this.set(logBytes());
      },
    });
    new Gauge({
      name: "intishar_queued_events",
      help: "Events that wait for the disk.",
      registers: [this.registry],
      collect() {
        this.set(depth());
      },
    });
    new Gauge({
      name: "intishar_pages_up",
      help: "1 while the process of the pages answers, else 0.",
      registers: [this.registry],
      collect() {
        this.set(pages()?.isUp === true ? 1 : 0);
      },
    });
    new Gauge({
      name: "intishar_pages_deaths",
      help: "Times that the process of the pages ended unasked since the server started.",
      registers: [this.registry],
      collect() {
        this.set(pages()?.deaths ?? 0);
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

  noteSoundness(isSound: boolean): void {
    this.sound.set(isSound ? 1 : 0);
    this.checkedAt.setToCurrentTime();
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
