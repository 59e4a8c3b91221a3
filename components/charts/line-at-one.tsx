import { ReferenceLine } from "recharts";
import type { Locale } from "#lib/i18n/locales.ts";
import { drawnText } from "./drawn-text.ts";

/** The line at which a spread keeps itself going. Called, not rendered: a chart looks for its lines among its own children. */
export function lineAtOne(label: string, locale: Locale) {
  return (
    <ReferenceLine
      y={1}
      stroke="currentColor"
      strokeDasharray="5 4"
      label={{ value: drawnText(label, locale), position: "insideBottomRight" }}
    />
  );
}
