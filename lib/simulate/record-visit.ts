import { drawDelay } from "#lib/simulate/draw-delay.ts";
import { recordRating } from "#lib/simulate/record-rating.ts";
import type { SimulatedPerson, Simulation } from "#lib/simulate/simulation.ts";
import { drawExponential, drawLognormal } from "#lib/stats/draw.ts";
import { SECOND } from "#lib/time/lengths.ts";

/** Records a person's first visit and what may come of it besides a share: a view, a conversion, a rating. */
export function recordVisit(simulation: Simulation, person: SimulatedPerson, at: number): void {
  const { plan, random, log } = simulation;
  const { viewRate, conversionRate, conversionDelay, value } = plan.visitors;
  const who = { person: person.id, via: person.via };
  log.record({ kind: "visit", ...who, occurredAt: at, attributes: person.attributes });
  if (random.next() < viewRate) {
    log.record({ kind: "view", ...who, occurredAt: at + drawDelay(random, 15 * SECOND) });
  }
  if (random.next() < conversionRate) {
    log.record({
      kind: "conversion",
      ...who,
      occurredAt: at + drawExponential(random, conversionDelay),
      value: Math.round(drawLognormal(random, value.median, value.sigma) * 100) / 100,
      currency: value.currency,
    });
  }
  recordRating(simulation, "receiver", person, at + drawDelay(random, 120 * SECOND));
}
