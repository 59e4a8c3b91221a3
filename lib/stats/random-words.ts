/**
 * The sequence of 32-bit unsigned integers of xoshiro128** 1.1: period 2^128 - 1, four words of state.
 *
 * Source: Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4).
 *
 * @param state four 32-bit words, not all zero
 * @throws RangeError when all four words are zero: the sequence would be zeros only
 */
export function randomWords(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  if ((a | b | c | d) === 0) throw new RangeError("The state of xoshiro128** must not be all zero.");
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return word;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
