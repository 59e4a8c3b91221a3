import type { Preset } from "#lib/query/query.ts";

/** The key that asks for each stretch of time from anywhere on a page. */
export const PRESET_KEYS: Readonly<Record<Preset, string>> = {
  launch: "A",
  today: "D",
  yesterday: "E",
  "24h": "H",
  "7d": "W",
  "28d": "F",
  "90d": "N",
  week: "K",
  month: "M",
  "last-month": "P",
  year: "Y",
};

/** The keys that turn comparing on and off, and take every filter away. */
export const COMPARE_KEY = "X";
export const CLEAR_KEY = "C";
