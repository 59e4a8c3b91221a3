import { advanceActivity } from "#lib/simulate/advance-activity.ts";
import { drawAttributes } from "#lib/simulate/draw-attributes.ts";
import { drawDelay } from "#lib/simulate/draw-delay.ts";
import { drawVisitors } from "#lib/simulate/draw-visitors.ts";
import { recordBots } from "#lib/simulate/record-bots.ts";
import { recordVisit } from "#lib/simulate/record-visit.ts";
import type { SimulatedPerson, SimulatedShare, Simulation } from "#lib/simulate/simulation.ts";
import { SECOND } from "#lib/time/lengths.ts";

/** Records everyone whom a share brings, and queues the shares of those who share in turn. */
export function recordVisitors(simulation: Simulation, share: SimulatedShare): void {
  const { plan, random, queue } = simulation;
  const siblings: SimulatedPerson[] = [];
  for (const { interval, shares } of drawVisitors(random, plan, share.seedKind !== null, share.lift)) {
    const at =
      plan.activity === null ? share.at + interval : advanceActivity(plan.activity, share.at, interval);
    // Visitors come by time, so nothing that follows can still be inside the campaign.
    if ((at + share.at) / 2 > plan.endAt) break;
    recordAssist(simulation, share, at);
    if (!shares) {
      recordVisit(simulation, newPerson(simulation, share), at);
      continue;
    }
    const returning = drawReturning(simulation, siblings);
    const person = returning ?? newPerson(simulation, share, plan.faults.orphanRate);
    if (returning === undefined) {
      recordVisit(simulation, person, Math.max(at - drawDelay(random, 90 * SECOND), (at + share.at) / 2));
      siblings.push(person);
    }
    if (at <= plan.endAt) {
      queue.push({ at, person, cameBy: share.channel, seedKind: null, variant: share.variant });
    }
  }
  recordBots(simulation, share);
}

function newPerson(
  { plan, random, mint }: Simulation,
  share: SimulatedShare,
  orphanRate = 0,
): SimulatedPerson {
  const isOrphan = orphanRate > 0 && random.next() < orphanRate;
  return {
    id: `p_${mint(10)}`,
    via: isOrphan ? mint(8) : share.code,
    attributes: drawAttributes(random, plan, share.person.attributes),
  };
}

/** Only a sibling may share again: a person has one parent, the share that first brought them. */
function drawReturning(
  { plan, random }: Simulation,
  siblings: SimulatedPerson[],
): SimulatedPerson | undefined {
  if (siblings.length === 0 || random.next() >= plan.visitors.returnRate) return undefined;
  return siblings[Math.floor(random.next() * siblings.length)];
}

function recordAssist({ plan, random, sharers, log }: Simulation, share: SimulatedShare, at: number): void {
  if (random.next() >= plan.visitors.assistRate) return;
  const again = sharers[Math.floor(random.next() * sharers.length)];
  if (again === undefined || again.id === share.person.id) return;
  log.record({ kind: "visit", person: again.id, via: share.code, occurredAt: at });
}
