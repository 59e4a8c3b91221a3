/**
 * Orders texts by code point, as SQLite does and as JavaScript's `<` does not beyond U+FFFF.
 * @returns below 0, 0 or above 0
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [here, there] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (here === there) continue;
    // Halves of a pair stand for what comes after every single unit.
    const [isHalf, isOtherHalf] = [(here & 0xf800) === 0xd800, (there & 0xf800) === 0xd800];
    return isHalf === isOtherHalf ? here - there : isHalf ? 1 : -1;
  }
  return a.length - b.length;
}
