/** From nothing to all; each readable in both themes. */
const SHADES = [
  "",
  "bg-teal-50 dark:bg-teal-950/60",
  "bg-teal-100 dark:bg-teal-950",
  "bg-teal-200 text-teal-950 dark:bg-teal-900 dark:text-teal-50",
  "bg-teal-300 text-teal-950 dark:bg-teal-800 dark:text-white",
] as const;

/** The shade of a cell for a part of the most there is, 0 to 1. */
export function shadeClass(part: number): string {
  return SHADES[Math.min(SHADES.length - 1, Math.ceil(part * (SHADES.length - 1)))] ?? "";
}
