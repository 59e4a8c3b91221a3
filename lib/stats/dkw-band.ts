/**
 * Half-width of a band that covers a whole distribution function: √(ln(2/(1 − level)) / (2n)) (Dvoretzky,
 * Kiefer and Wolfowitz 1956; constant by Massart 1990).
 * @throws RangeError unless n is at least 1
 */
export function dkwBand(n: number, level = 0.95): number {
  if (!(n >= 1)) throw new RangeError(`no band for ${n} values`);
  return Math.sqrt(Math.log(2 / (1 - level)) / (2 * n));
}
