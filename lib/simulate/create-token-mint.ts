import type { Random } from "#lib/stats/random.ts";

/** Hands out base-36 tokens of the given length (at most 10), no two the same. */
export type TokenMint = (length: number) => string;

export function createTokenMint(random: Random): TokenMint {
  const issued = new Set<string>();
  return (length) => {
    for (;;) {
      const token = Math.floor(random.next() * 36 ** length)
        .toString(36)
        .padStart(length, "0");
      if (issued.has(token)) continue;
      issued.add(token);
      return token;
    }
  };
}
