/** ln(1 − e^x), the logarithm of the other tail; rounding above 0 counts as 0. */
export function logComplement(x: number): number {
  return Math.log(-Math.expm1(Math.min(x, 0)));
}
