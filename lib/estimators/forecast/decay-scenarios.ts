import type { CascadeTimes } from "./cascade-times.ts";
import { countUntil } from "./count-until.ts";

/** What can be said of a cascade without a history. Scenarios, not a prediction interval. */
export interface DecayScenarios {
  /** Shares by the age, root included. */
  readonly seen: number;
  /** Shares in the second half of the age. */
  readonly pace: number;
  /** Shares in the end, when interest fades fast. */
  readonly fast: number;
  /** Shares in the end, when interest fades slowly. */
  readonly slow: number;
}

const FAST = 1.5;
const SLOW = 0.3;

/**
 * Where a cascade ends when shares arrive at a rate like t^-(1+θ) from half its age on, for a fast and a slow θ:
 * n + #(T/2, T] / (2^θ − 1) (METRICS §8.2). Null for fewer than two shares.
 *
 * @param age milliseconds since the root
 */
export function decayScenarios({ times }: CascadeTimes, age: number): DecayScenarios | null {
  const seen = countUntil(times, age);
  if (seen < 2) return null;
  const pace = seen - countUntil(times, age / 2);
  const ending = (theta: number) => seen + pace / (2 ** theta - 1);
  return { seen, pace, fast: ending(FAST), slow: ending(SLOW) };
}
