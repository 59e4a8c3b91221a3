const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

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
