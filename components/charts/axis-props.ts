import { formatClock } from "#lib/format/format-clock.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import { zoneOffset } from "#lib/time/zone-clock.ts";
import { timeTicks } from "./time-ticks.ts";
import { valueTicks } from "./value-ticks.ts";

/** Props of a value axis from 0 to `top` (above 0): bare numbers on the side where reading begins. */
export function valueAxisProps(locale: Locale, top: number, format: (value: number) => string) {
  return {
    orientation: LOCALES[locale].direction === "rtl" ? ("right" as const) : ("left" as const),
    width: 44,
    tickLine: false,
    axisLine: false,
    tickMargin: 6,
    domain: [0, top],
    ticks: valueTicks(top),
    tickFormatter: format,
    allowDataOverflow: true,
  };
}

/** Props of the axis along the bottom. */
export const BASE_AXIS_PROPS = { tickMargin: 8, tickSize: 4, minTickGap: 16, height: 32 } as const;

/** Props of a bottom axis of time, marked on the zone's clock; UTC milliseconds. */
export function timeAxisProps(start: number, end: number, zone: string, locale: Locale) {
  const { ticks, grain } = timeTicks(start, end, zone);
  return {
    ...BASE_AXIS_PROPS,
    type: "number" as const,
    scale: "time" as const,
    domain: [start, end],
    ticks: [...ticks],
    tickFormatter: (at: number) => formatClock(at + zoneOffset(zone, at), grain, locale),
  };
}

/** Room around a plot: its value axis stands at the edge, the other side leaves half a label. */
export function plotMargin(locale: Locale) {
  const isMirrored = LOCALES[locale].direction === "rtl";
  return { top: 16, right: isMirrored ? 0 : 20, bottom: 0, left: isMirrored ? 20 : 0 };
}
