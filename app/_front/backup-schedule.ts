import { Worker } from "node:worker_threads";
import type { BackupJob, BackupOutcome } from "#app/_front/backup-job.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import { listBackups } from "#db/backup/list-backups.ts";
import { noteBackupEnd, noteBackupStart, readBackupPlan } from "#db/backup/plan.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { whenFree } from "#db/when-free.ts";
import { type BackupPlan, isBackupOverdue } from "#lib/domain/backup.ts";
import type { Notice } from "#lib/domain/notice.ts";
import { HOUR, SECOND } from "#lib/time/lengths.ts";

const WORKER = new URL("./backup-worker.mjs", import.meta.url);
const POLL_MS = 2 * SECOND;
/** After a failure, unless the plan is shorter or somebody asks. */
const RETRY_MS = HOUR;

export interface BackupScheduleOptions {
  /** A connection of its own, let go of when it stops. */
  readonly db: IntisharDatabase;
  readonly folder: string;
  readonly version: string;
  readonly secret: string | null;
  readonly log: (failure: Failure) => void;
  /** Told when the newest good backup was taken, and whether that is longer ago than asked. */
  readonly onState: (state: { takenAt: number; isOverdue: boolean }) => void;
  readonly pollMs?: number;
}

/**
 * Takes the backups that the plan asks for, or an owner, each in a thread of its own, and says when the newest good one is
 * older than asked. What is on disk counts, not what was noted: a folder that is gone holds no backup.
 */
export class BackupSchedule {
  private readonly stopFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isOverdue = false;
  /** Also where it could not be noted: on a full disk, say. */
  private failedAt = 0;

  constructor(private readonly options: BackupScheduleOptions) {}

  /** What owners are to be told. */
  readonly notices = (): readonly Notice[] => (this.isOverdue ? ["backup-overdue"] : []);

  start(): void {
    // One that was under way when the server ended is not any more.
    if (readBackupPlan(this.options.db).startedAt !== null) void this.note("stopped");
    this.timer = setInterval(() => this.poll(), this.options.pollMs ?? POLL_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    Atomics.store(new Int32Array(this.stopFlag), 0, 1);
    await this.running;
    this.options.db.$client.close();
  }

  private poll(): void {
    try {
      const now = Date.now();
      const plan = readBackupPlan(this.options.db);
      const newest = listBackups(this.options.folder)[0]?.takenAt ?? null;
      this.tell(plan, newest, now);
      if (this.running === undefined && this.isDue(plan, newest, now))
        this.running = this.take(plan).finally(() => {
          this.running = undefined;
        });
    } catch (error) {
      this.options.log({ event: "backup-failed", error });
    }
  }

  private isDue(
    { requestedAt, everyHours, failedAt }: BackupPlan,
    newest: number | null,
    now: number,
  ): boolean {
    // What could not even be noted is not tried again at once.
    if (requestedAt !== null && requestedAt > this.failedAt) return true;
    const every = everyHours * HOUR;
    const failed = Math.max(failedAt ?? 0, this.failedAt);
    return every > 0 && now - (newest ?? 0) >= every && now - failed >= Math.min(every, RETRY_MS);
  }

  private tell(plan: BackupPlan, newest: number | null, now: number): void {
    const isOverdue = isBackupOverdue(plan, newest, now);
    if (isOverdue && !this.isOverdue) {
      const age = newest === null ? "there is none" : `the newest is of ${new Date(newest).toISOString()}`;
      this.options.log({ event: "backup-overdue", error: new Error(`${this.options.folder}: ${age}`) });
    }
    this.isOverdue = isOverdue;
    this.options.onState({ takenAt: newest ?? 0, isOverdue });
  }

  private async take({ keep }: BackupPlan): Promise<void> {
    const { db, folder, version, secret, log } = this.options;
    try {
      await whenFree(() => noteBackupStart(db, Date.now()));
      const job = { databasePath: db.$client.name, folder, keep, version, secret, stop: this.stopFlag };
      const { fault, message } = await runWorker(job);
      if (fault !== null && fault !== "stopped") log({ event: "backup-failed", error: new Error(message) });
      await this.note(fault);
    } catch (error) {
      log({ event: "backup-failed", error });
      await this.note("failed");
    }
  }

  private async note(fault: BackupPlan["fault"]): Promise<void> {
    const now = Date.now();
    this.failedAt = fault === null ? 0 : now;
    try {
      await whenFree(() => noteBackupEnd(this.options.db, fault, now));
    } catch (error) {
      this.options.log({ event: "backup-not-noted", error });
    }
  }
}

function runWorker(job: BackupJob): Promise<BackupOutcome> {
  return new Promise((resolve, reject) => {
    // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
    const worker = new Worker(WORKER, { workerData: job, execArgv: [] });
    let outcome: BackupOutcome | undefined;
    worker.once("message", (told: BackupOutcome) => {
      outcome = told;
    });
    worker.once("error", reject);
    worker.once("exit", () =>
      outcome === undefined ? reject(new Error("the thread ended early")) : resolve(outcome),
    );
  });
}
