import { drawAttributes } from "#lib/simulate/draw-attributes.ts";
import type { Simulation } from "#lib/simulate/simulation.ts";
import { drawWeighted } from "#lib/stats/draw.ts";

/** Queues the seeds of the plan, each to a new person, spread over the launch waves. */
export function plantSeeds({ plan, random, mint, queue }: Simulation): void {
  const { count, kinds, waves, variants } = plan.seeds;
  for (let index = 0; index < count; index += 1) {
    const wave = drawWeighted(random, waves);
    const at = plan.startAt + wave.offset + random.next() * wave.duration;
    if (at > plan.endAt) continue;
    queue.push({
      at,
      person: { id: `p_${mint(10)}`, via: null, attributes: drawAttributes(random, plan, null) },
      cameBy: null,
      seedKind: drawWeighted(random, kinds),
      variant: variants.length === 0 ? null : drawWeighted(random, variants),
    });
  }
}
