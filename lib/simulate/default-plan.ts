import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { dailyActivity } from "#lib/simulate/daily-activity.ts";
import { DAY, HOUR, SECOND } from "#lib/time/lengths.ts";

/**
 * A plain content campaign to vary: twenty organic seeds, no test, no faults, no saturation, eight weeks.
 * K0, K, dispersion and the generation interval are those measured on 3,387 public repost cascades of 1.27
 * million shares; with them about three shares in five come directly from a seed.
 */
export function defaultPlan(startAt: number): CampaignPlan {
  return {
    startAt,
    endAt: startAt + 56 * DAY,
    seeds: {
      count: 20,
      kinds: [{ value: "organic", weight: 1 }],
      waves: [{ offset: 0, duration: 2 * DAY, weight: 1 }],
      variants: [],
    },
    k0: 233,
    seedSpread: 0.8,
    k: 0.38,
    dispersion: 0.12,
    interval: { kind: "lomax", theta: 0.41, scale: 750 * SECOND, horizon: 7 * DAY },
    channels: [
      { value: "whatsapp", weight: 4, loyalty: 0.7 },
      { value: "x", weight: 3, loyalty: 0.5 },
      { value: "facebook", weight: 2, loyalty: 0.5 },
      { value: "copy", weight: 1, loyalty: 0.1 },
    ],
    modes: [
      { value: "active", weight: 7 },
      { value: "passive", weight: 3 },
    ],
    attributes: {},
    disclosure: 0.8,
    resemblance: 0.4,
    visitors: {
      shareRate: 0.3,
      returnRate: 0.04,
      assistRate: 0.03,
      viewRate: 0.2,
      conversionRate: 0.05,
      conversionDelay: HOUR / 2,
      value: { median: 40, sigma: 0.6, currency: "USD" },
    },
    ratings: { sender: { rate: 0.03, mean: 4 }, receiver: { rate: 0.02, mean: 3.6 } },
    activity: dailyActivity(3 * HOUR),
    maxShares: null,
    faults: { orphanRate: 0, botRate: 0 },
  };
}
