import type { RatingRole } from "#lib/domain/event.ts";
import type { SimulatedPerson, Simulation } from "#lib/simulate/simulation.ts";
import { drawNormal } from "#lib/stats/draw.ts";

/** Records what a person thinks of the campaign's worth, if they are among those who say so. */
export function recordRating(
  { plan, random, log }: Simulation,
  role: RatingRole,
  person: SimulatedPerson,
  occurredAt: number,
): void {
  const { rate, mean } = plan.ratings[role];
  if (random.next() >= rate) return;
  const score = Math.min(5, Math.max(1, Math.round(mean + drawNormal(random))));
  log.record({ kind: "rating", person: person.id, via: person.via, role, score, occurredAt });
}
