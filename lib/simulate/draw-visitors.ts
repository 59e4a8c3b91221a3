import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { drawInterval } from "#lib/simulate/draw-interval.ts";
import { drawGamma, drawLognormal, drawPoisson } from "#lib/stats/draw.ts";
import type { Random } from "#lib/stats/random.ts";

/** Somebody about to come through a share: how long after it they act, and whether they share in turn. */
export interface Visitor {
  /** Milliseconds of average activity from the parent's share to this visitor's, or to the visit. */
  readonly interval: number;
  readonly shares: boolean;
}

/**
 * All who will ever come through one share, by interval. A share has a mean offspring of its own (gamma for
 * sharers, log-normal for seeds; Lloyd-Smith et al. 2005); its visitors are a Poisson count `1 / shareRate`
 * times as large, and each shares with that rate. Thinning a Poisson count gives two independent ones, so
 * offspring keeps exactly the planned mean and dispersion.
 */
export function drawVisitors(random: Random, plan: CampaignPlan, isSeed: boolean, lift: number): Visitor[] {
  const { shareRate } = plan.visitors;
  const offspring = lift * (isSeed ? seedOffspring(random, plan) : sharerOffspring(random, plan));
  const sharers = drawPoisson(random, offspring);
  const others = drawPoisson(random, (offspring * (1 - shareRate)) / shareRate);
  const visitors: Visitor[] = [];
  for (let index = 0; index < sharers + others; index += 1) {
    visitors.push({ interval: drawInterval(random, plan.interval), shares: index < sharers });
  }
  return visitors.sort((a, b) => a.interval - b.interval);
}

/** Log-normal with mean k0: its median lies `exp(seedSpread^2 / 2)` below. */
function seedOffspring(random: Random, { k0, seedSpread }: CampaignPlan): number {
  return drawLognormal(random, k0 * Math.exp(-(seedSpread ** 2) / 2), seedSpread);
}

function sharerOffspring(random: Random, { k, dispersion }: CampaignPlan): number {
  if (dispersion === Number.POSITIVE_INFINITY) return k;
  return (k / dispersion) * drawGamma(random, dispersion);
}
