import type { OfCampaign } from "#lib/estimators/forecast/past-campaigns.ts";
import { drawGamma, drawLomax, drawNormal, drawPoisson } from "#lib/stats/draw.ts";
import type { Random } from "#lib/stats/random.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

/** How a simulated campaign spreads. */
export interface Law {
  /** Children of a share, and of a seed. */
  readonly k: number;
  readonly k0: number;
  /** Half of the unbounded lags are shorter than this; milliseconds. */
  readonly lag: number;
  /** Standard deviation of ln K0 between campaigns. */
  readonly apart: number;
}

export const LAW: Law = { k: 0.5, k0: 8, lag: HOUR, apart: 0 };
const DISPERSION = 0.3;
const HORIZON = 7 * DAY;
/** A law that feeds itself is cut here. */
const MOST = 5000;

/** Campaigns of as many cascades each, one after the other. */
export function simulateCampaigns(
  random: Random,
  campaigns: number,
  cascades: number,
  law: Law,
): OfCampaign[][] {
  return Array.from({ length: campaigns }, (_, campaignId) => {
    const k0 = law.k0 * Math.exp(law.apart * drawNormal(random));
    return Array.from({ length: cascades }, (_, i) => {
      const startedAt = campaignId * 30 * DAY + i * HOUR;
      const cascade = grow(random, { ...law, k0 });
      return { id: `${campaignId}-${i}`, campaignId, startedAt, ...cascade };
    });
  });
}

function grow(random: Random, { k, k0, lag }: Law) {
  const shares = [{ at: 0, parent: -1, depth: 0 }];
  for (let i = 0; i < shares.length && shares.length < MOST; i++) {
    const { at, depth } = shares[i] ?? { at: 0, depth: 0 };
    const mean = i === 0 ? k0 : k;
    const children = drawPoisson(random, (mean / DISPERSION) * drawGamma(random, DISPERSION));
    for (let child = 0; child < children; child++) {
      const born = at + drawLomax(random, 1, lag, HORIZON);
      shares.push({ at: born, parent: i, depth: depth + 1 });
    }
  }
  const order = Array.from(shares.keys()).sort((a, b) => (shares[a]?.at ?? 0) - (shares[b]?.at ?? 0));
  const place = new Map(order.map((share, i) => [share, i]));
  return {
    times: Float64Array.from(order, (share) => shares[share]?.at ?? 0),
    parent: Int32Array.from(order, (share) => place.get(shares[share]?.parent ?? -1) ?? -1),
    depth: Int32Array.from(order, (share) => shares[share]?.depth ?? 0),
  };
}
