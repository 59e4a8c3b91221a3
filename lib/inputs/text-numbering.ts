/** Numbers for texts, so that arrays of numbers can stand for them. */
export interface TextNumbering {
  /** The text's number, from 0 in the order of first sight. */
  numberOf(text: string): number;
  /** How many were seen. */
  size(): number;
  /** The texts seen, by their numbers. */
  texts(): string[];
}

export function textNumbering(): TextNumbering {
  const known = new Map<string, number>();
  return {
    numberOf(text) {
      const number = known.get(text);
      if (number !== undefined) return number;
      known.set(text, known.size);
      return known.size - 1;
    },
    size: () => known.size,
    texts: () => [...known.keys()],
  };
}
