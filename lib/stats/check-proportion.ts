/**
 * Guards the functions of a proportion.
 * @throws RangeError unless 0 ≤ x ≤ n
 */
export function checkProportion(x: number, n: number): void {
  if (!(x >= 0 && x <= n)) throw new RangeError(`${x} of ${n} is no proportion`);
}
