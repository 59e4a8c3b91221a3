/** A source of chance. Everything random in `lib/` takes one as an argument. */
export interface Random {
  /** The next number of the sequence, uniform on [0, 1) with 53 random bits. */
  next(): number;
}

/**
 * A reproducible source: xoshiro128**, its state filled by splitmix32. Equal seeds give equal sequences.
 * Made for simulation and resampling; never for secrets.
 *
 * Sources: Blackman and Vigna 2021 (xoshiro, ACM TOMS 47(4)); Steele, Lea and Flood 2014 (splitting
 * generators, OOPSLA); Wellons 2018 (hash-prospector, the 32-bit mixing constants).
 *
 * @param seed an integer from 0 to 2^32 - 1
 * @throws RangeError for any other seed
 */
export function seededRandom(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`A seed is an integer from 0 to 4294967295, not ${seed}.`);
  }
  const fill = splitMix32(seed);
  const word = randomWords([fill(), fill(), fill(), fill()]);
  return { next: () => ((word() >>> 5) * 0x4000000 + (word() >>> 6)) / 0x20000000000000 };
}

/** SplitMix with 32-bit words: its output is a bijection of a counter, so four in a row are never all zero. */
function splitMix32(seed: number): () => number {
  let counter = seed;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let word = counter;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}

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
