import type { SimulatedShare, Simulation } from "#lib/simulate/simulation.ts";
import { SECOND } from "#lib/time/lengths.ts";

/** Records the burst of visits of a machine that opens a fresh link, on the planned share of links. */
export function recordBots({ plan, random, mint, log }: Simulation, share: SimulatedShare): void {
  if (random.next() >= plan.faults.botRate) return;
  const person = `p_${mint(10)}`;
  const visits = 3 + Math.floor(random.next() * 8);
  for (let visit = 0; visit < visits; visit += 1) {
    log.record({
      kind: "visit",
      person,
      via: share.code,
      occurredAt: share.at + random.next() * 2 * SECOND,
    });
  }
}
