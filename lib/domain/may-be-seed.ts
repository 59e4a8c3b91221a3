/** The code by which many a program says that there is no parent. */
const ZERO = "0";

/** Whether a share that states `via` is a seed as long as no share has that code (METRICS §0). */
export function mayBeSeed(via: string | null): boolean {
  return via === null || via === ZERO;
}
