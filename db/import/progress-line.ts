import type { ImportProgress } from "./import-progress.ts";

/**
 * One line for a terminal: rows, rows a second since this start, share of the file, time left.
 * @param fileBytes size of the file
 * @param elapsed milliseconds since the start
 */
export function progressLine(
  { bytesRead, rowsRead, counts: { received } }: ImportProgress,
  fileBytes: number,
  elapsed: number,
): string {
  const share = fileBytes === 0 ? 1 : Math.min(1, bytesRead / fileBytes);
  const perSecond = Math.round((rowsRead * 1000) / Math.max(1, elapsed));
  const left = share === 0 ? 0 : Math.round((elapsed * (1 - share)) / share / 1000);
  return `${received} rows, ${perSecond} rows/s, ${Math.floor(share * 100)} %, ${left} s left`;
}
