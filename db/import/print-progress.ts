import type { ImportProgress } from "./import-progress.ts";
import { progressLine } from "./progress-line.ts";

const LOG_MS = 10_000;

/** Tells on standard error how far an import is: on a terminal in one line, into a log now and then. */
export function printProgress(fileBytes: number): (progress: ImportProgress) => void {
  const startedAt = performance.now();
  let toldAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const ended = progress.bytesRead >= fileBytes;
    const line = progressLine(progress, fileBytes, performance.now() - startedAt);
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}${ended ? "\n" : ""}`);
    else if (!ended && performance.now() - toldAt > LOG_MS) {
      toldAt = performance.now();
      process.stderr.write(`${line}\n`);
    }
  };
}
