import type { TimeStep } from "./time-steps.ts";

/** The step in which an instant lies, or -1 before the first. */
export function stepAt(steps: readonly TimeStep[], at: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
