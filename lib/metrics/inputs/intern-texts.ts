/** Numbers texts from 0 in the order of their first sight, so that arrays of numbers can stand for them. */
export function internTexts(texts: Iterable<string>): { numbers: Int32Array; texts: string[] } {
  const numberOf = new Map<string, number>();
  const numbers: number[] = [];
  for (const text of texts) {
    let number = numberOf.get(text);
    if (number === undefined) {
      number = numberOf.size;
      numberOf.set(text, number);
    }
    numbers.push(number);
  }
  return { numbers: Int32Array.from(numbers), texts: [...numberOf.keys()] };
}
