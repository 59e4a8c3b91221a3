import { isNumber, isWord, NoTimeError, type TimeTokens } from "./time-tokens.ts";
import { offsetMinutes } from "./written-time.ts";

/**
 * Minutes east of UTC of the abbreviations that mean one thing. CST, IST, BST, AST and others are used by zones that
 * lie hours apart: who reads them as one moves the times of all others.
 */
const OFFSETS: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180 },
  ...{ est: -300, edt: -240, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
};

/** Enough for the zones of any file; so that a file of nonsense fills no memory. */
const MOST_NAMES = 1000;
const known = new Map<string, string | null>();

/**
 * Reads what stands behind a plus or minus sign: 3, 03, 0300, 03:00.
 * @returns minutes east of UTC
 * @throws NoTimeError when no clock is set so
 */
export function scanOffset(tokens: TimeTokens, sign: string): number {
  let digits = tokens.takeNumber();
  if (digits.length <= 2 && tokens.peek() === ":" && /^\d\d$/.test(tokens.peek(1))) {
    tokens.skip();
    digits = digits.padStart(2, "0") + tokens.take();
  }
  if (digits.length > 4) throw new NoTimeError("not-a-date");
  const offset = offsetMinutes(sign + digits);
  if (Number.isNaN(offset)) throw new NoTimeError("unknown-zone");
  return offset;
}

/**
 * Reads the name of a zone: UTC, EET, Asia/Riyadh; or UTC before a sign, which says nothing of its own.
 * @param word the word taken last, in small letters
 * @returns minutes east of UTC, an IANA name, or null where an offset follows
 * @throws NoTimeError when it names no zone, or several
 */
export function scanZone(tokens: TimeTokens, word: string): number | string | null {
  if (tokens.peek() === "/" && isWord(tokens.peek(1))) {
    let name = word;
    while (/^[/_+-]$/.test(tokens.peek()) || isWord(tokens.peek()) || isNumber(tokens.peek()))
      name += tokens.take();
    const zone = ianaZone(name);
    if (zone === null) throw new NoTimeError("unknown-zone");
    return zone;
  }
  const offset = OFFSETS[word];
  if (offset === undefined) throw new NoTimeError(/^[a-z]{2,5}$/.test(word) ? "unknown-zone" : "not-a-date");
  return offset === 0 && /^[+-]$/.test(tokens.peek()) ? null : offset;
}

/** The IANA name of a zone in any case; null where there is none. */
function ianaZone(name: string): string | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const zone = canonicalName(name);
  if (known.size >= MOST_NAMES) known.clear();
  known.set(name, zone);
  return zone;
}

function canonicalName(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
