import type { TimeScale } from "#lib/explorer/explorer-state.ts";
import { ROUND_STEPS } from "#lib/picture/time-ticks.ts";

const MOST = 72;
const LOG_STEPS = 60;

/**
 * Bounds of the steps of a timeline, as milliseconds since the root: step i is [bounds[i], bounds[i + 1]).
 * On a linear scale steps have one round length; on a logarithmic one, ln(1 + seconds) grows evenly.
 * @param longest the longest lag, which falls into the last step
 */
export function timelineSteps(longest: number, scale: TimeScale): Float64Array {
  if (scale === "log") {
    const whole = Math.log1p((longest + 1) / 1000);
    const bounds = Float64Array.from({ length: LOG_STEPS + 1 }, (_, i) =>
      Math.round(Math.expm1((whole * i) / LOG_STEPS) * 1000),
    );
    bounds[LOG_STEPS] = longest + 1;
    // Of a cascade that lived for milliseconds, many bounds fall together.
    return bounds.filter((bound, i) => i === 0 || bound > (bounds[i - 1] ?? 0));
  }
  const most = ROUND_STEPS.at(-1) ?? 1;
  const step =
    ROUND_STEPS.find((size) => longest < size * MOST) ?? most * Math.ceil((longest + 1) / most / MOST);
  return Float64Array.from({ length: Math.floor(longest / step) + 2 }, (_, i) => i * step);
}
