import { DAY, HOUR, MINUTE, WEEK } from "#lib/time/lengths.ts";

const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY, w: WEEK };

/**
 * Reads a length of time such as 90m, 12h, 7d or 2w.
 * @returns milliseconds
 * @throws Error naming the option
 */
export function parseDuration(option: string, text: string): number {
  const [, count = "", unit = ""] = /^(\d{1,6}(?:\.\d{1,3})?)([mhdw])$/.exec(text) ?? [];
  const length = Number(count) * (UNITS[unit] ?? 0);
  if (!(length > 0)) throw new Error(`${option} ${text}: write a length of time such as 12h, 7d or 2w`);
  return length;
}
