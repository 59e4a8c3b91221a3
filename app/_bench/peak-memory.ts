import { readFileSync } from "node:fs";

/** Most memory that a running process has had resident so far, MiB. */
export function peakMemory(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}
