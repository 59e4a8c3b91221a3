import type { CampaignEvent } from "#lib/domain/event.ts";
import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { createEventLog } from "#lib/simulate/create-event-log.ts";
import { createTimeQueue } from "#lib/simulate/create-time-queue.ts";
import { createTokenMint } from "#lib/simulate/create-token-mint.ts";
import { plantSeeds } from "#lib/simulate/plant-seeds.ts";
import { recordShare } from "#lib/simulate/record-share.ts";
import { recordVisitors } from "#lib/simulate/record-visitors.ts";
import type { PendingShare, Simulation } from "#lib/simulate/simulation.ts";
import type { Random } from "#lib/stats/random.ts";

/**
 * Every event of a campaign that spreads as a branching process: seeds bring visitors, some visitors share in
 * turn and bring their own. Equal plans and equally seeded chance give equal events.
 *
 * Among shares older than the horizon of the generation interval, and without lifts, orphans or saturation,
 * the mean offspring of non-seed shares is `plan.k` and its variance `k + k^2 / dispersion`.
 *
 * @returns events by time, causes before effects; ids, codes and persons are unique within the campaign
 * @throws RangeError for a plan that no draw can be made from (an empty mix, a negative mean)
 */
export function simulateCampaign(plan: CampaignPlan, random: Random): CampaignEvent[] {
  const simulation: Simulation = {
    plan,
    random,
    mint: createTokenMint(random),
    log: createEventLog(plan.endAt),
    queue: createTimeQueue(),
    sharers: [],
  };
  const { queue, log } = simulation;
  plantSeeds(simulation);
  // Strictly by time, because saturation depends on how many shares came before.
  let shares = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (isSaturated(simulation, next, shares)) continue;
    recordVisitors(simulation, recordShare(simulation, next));
    shares += 1;
  }
  return log.sorted();
}

function isSaturated({ plan, random }: Simulation, pending: PendingShare, shares: number): boolean {
  if (plan.maxShares === null) return false;
  if (pending.seedKind !== null) return shares >= plan.maxShares;
  return random.next() * plan.maxShares < shares;
}
