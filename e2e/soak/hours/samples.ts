import { readdirSync, readFileSync, statSync } from "node:fs";
import { processOf } from "#app/_front/testing/process-of.ts";
import type { RunningApp } from "#e2e/serve.ts";

const PROCESSES = ["front", "pages"] as const;

/** How large the app is at an instant. */
export interface Sample {
  /** Resident memory of all its processes, in bytes. */
  readonly memory: number;
  /** Files and sockets that they hold open. */
  readonly handles: number;
  /** Bytes of the database's log. */
  readonly log: number;
  /** Milliseconds within which 99 of 100 batches since the sample before were answered. */
  readonly p99: number;
}

/** @param times milliseconds that each batch since the last sample took */
export function sampleOf(app: RunningApp, times: readonly number[]): Sample {
  const pids = [app.pid, ...PROCESSES.map((name) => processOf(app.pid, name))].filter((pid) => pid !== null);
  const sorted = [...times].sort((a, b) => a - b);
  return {
    memory: pids.reduce((sum, pid) => sum + residentOf(pid), 0),
    handles: pids.reduce((sum, pid) => sum + readdirSync(`/proc/${pid}/fd`).length, 0),
    log: statSync(`${app.databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

function residentOf(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes ?? 0) * 1024;
}

const medianOf = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** What is wrong with a series of samples: that the last quarter is larger than the second, or the log without bound. */
export function growthIn(samples: readonly Sample[]): { faults: string[]; figures: string } {
  const quarter = Math.floor(samples.length / 4);
  const [early, late] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)];
  const of = (part: readonly Sample[], key: keyof Sample) => medianOf(part.map((sample) => sample[key]));
  const faults: string[] = [];
  const mega = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
  const [memory, handles] = [
    of(late, "memory") / of(early, "memory"),
    of(late, "handles") - of(early, "handles"),
  ];
  const log = Math.max(...samples.map((sample) => sample.log));
  if (memory > 1.15) faults.push("memory grows");
  if (handles > 40) faults.push("handles are left open");
  if (log > 64 * 2 ** 20) faults.push("the log is longer than 64 MiB");
  const figures =
    `memory ${mega(of(early, "memory"))} to ${mega(of(late, "memory"))}, ` +
    `handles ${of(early, "handles")} to ${of(late, "handles")}, log at most ${mega(log)}, ` +
    `p99 ${Math.round(of(early, "p99"))} to ${Math.round(of(late, "p99"))} ms`;
  return { faults, figures };
}
