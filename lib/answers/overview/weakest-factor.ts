import type { ChannelBoard, ChannelRow } from "#lib/answers/channels/answer.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { PoolingVerdict } from "#lib/estimators/pooled.ts";
import type { OverviewFigures } from "./answer.ts";

/** People that a channel's rates must rest on to be held up to the others. */
const LEAST_PEOPLE = 30;

/** A factor of spread, what it is over all, and where one channel very likely does better. */
export interface WeakFactor {
  readonly factor: "shareRate" | "conversionRate";
  readonly value: number;
  readonly best: number;
  readonly channel: string;
}

type Rates = Pick<
  ChannelRow,
  "channel" | "people" | "shareRate" | "conversionRate" | "shareRatePooled" | "conversionRatePooled"
>;

/**
 * The factor with the most room: the one in which the best channel's interval lies highest above the whole, as a
 * ratio. Channels go by their pooled rates (METRICS §2.10), as the best of many by its own rate is so by luck, too; by
 * their own where too few of them can be pooled. Null where no channel's does, or they differ by no more than chance.
 */
export function weakestFactor(
  figures: Pick<OverviewFigures, "shareRate" | "conversionRate">,
  { rows, pooling }: { readonly rows: readonly Rates[]; readonly pooling: ChannelBoard["pooling"] },
): WeakFactor | null {
  let weakest: (WeakFactor & { room: number }) | null = null;
  for (const factor of ["shareRate", "conversionRate"] as const) {
    const { value } = figures[factor];
    if (value === null || value === 0) continue;
    for (const row of rows) {
      const rate = honestRate(pooling[factor], row[factor], row[`${factor}Pooled`]);
      if (rate === null || rate.value === null || rate.low === undefined || row.people < LEAST_PEOPLE)
        continue;
      const room = rate.low / value;
      if (room <= 1 || (weakest !== null && room <= weakest.room)) continue;
      weakest = { factor, value, best: rate.value, channel: row.channel, room };
    }
  }
  if (weakest === null) return null;
  const { room: _, ...found } = weakest;
  return found;
}

/** A rate that says something of its channel beside the others; null where it does not. A note is a reason not to lean on it. */
function honestRate(verdict: PoolingVerdict, own: Estimate, pooled: Estimate): Estimate | null {
  if (verdict === "alike" || own.note !== undefined) return null;
  const rate = verdict === "differ" ? pooled : own;
  return rate.note === undefined ? rate : null;
}
