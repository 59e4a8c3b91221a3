import type { ChannelRow } from "#lib/answers/channels/answer.ts";
import type { OverviewFigures } from "./answer.ts";

/** People that a channel's rates must rest on to be held up to the others. */
const LEAST_PEOPLE = 30;

/** A factor of spread, what it is over all, and where one channel does better beyond doubt. */
export interface WeakFactor {
  readonly factor: "shareRate" | "conversionRate";
  readonly value: number;
  readonly best: number;
  readonly channel: string;
}

/**
 * The factor with the most room: the one in which the best channel's interval lies highest above the whole, as a
 * ratio. Null where no channel's does.
 */
export function weakestFactor(
  figures: Pick<OverviewFigures, "shareRate" | "conversionRate">,
  channels: readonly Pick<ChannelRow, "channel" | "people" | "shareRate" | "conversionRate">[],
): WeakFactor | null {
  let weakest: (WeakFactor & { room: number }) | null = null;
  for (const factor of ["shareRate", "conversionRate"] as const) {
    const { value } = figures[factor];
    if (value === null || value === 0) continue;
    for (const { channel, people, [factor]: rate } of channels) {
      if (rate.value === null || rate.low === undefined || people < LEAST_PEOPLE) continue;
      const room = rate.low / value;
      if (room <= 1 || (weakest !== null && room <= weakest.room)) continue;
      weakest = { factor, value, best: rate.value, channel, room };
    }
  }
  if (weakest === null) return null;
  const { room: _, ...found } = weakest;
  return found;
}
