/** A function and its derivative at one point. */
export interface PointAndSlope {
  readonly value: number;
  readonly slope: number;
}

/** Each of Newton's steps about doubles the digits: after so many there is no more to find. */
export const MOST_STEPS = 200;
/** Below it steps are rounding noise where a function is flat; the last step leaves about its square. */
const TOLERANCE = 1e-10;

/**
 * Root of a function by Newton's method inside a bracket: a step that would leave it, or that shrinks too
 * slowly, is replaced by halving.
 *
 * @param positive an end where the function is above 0; it may be the larger of the two
 * @param negative the other end, where it is 0 or below
 * @param start first guess; one outside the bracket is replaced by its middle
 */
export function safeguardedNewton(
  at: (x: number) => PointAndSlope,
  positive: number,
  negative: number,
  start: number,
): number {
  let x = inside(start, positive, negative) ? start : (positive + negative) / 2;
  let step = Math.abs(positive - negative);
  for (let i = 0; i < MOST_STEPS; i++) {
    const { value, slope } = at(x);
    if (value === 0) return x;
    if (value > 0) positive = x;
    else negative = x;
    const newton = x - value / slope;
    const halve = !inside(newton, positive, negative) || 2 * Math.abs(newton - x) > step;
    const next = halve ? (positive + negative) / 2 : newton;
    step = Math.abs(next - x);
    x = next;
    if (step <= TOLERANCE * Math.max(1, Math.abs(x))) break;
  }
  return x;
}

function inside(x: number, a: number, b: number): boolean {
  return x > Math.min(a, b) && x < Math.max(a, b);
}
