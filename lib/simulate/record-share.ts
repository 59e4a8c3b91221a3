import type { ChannelChoice } from "#lib/simulate/campaign-plan.ts";
import { drawDelay } from "#lib/simulate/draw-delay.ts";
import { recordRating } from "#lib/simulate/record-rating.ts";
import type { PendingShare, SimulatedShare, Simulation } from "#lib/simulate/simulation.ts";
import { drawWeighted } from "#lib/stats/draw.ts";
import { SECOND } from "#lib/time/lengths.ts";

/** Lets a pending share happen: records it, with the sender's rating if they give one. */
export function recordShare(simulation: Simulation, pending: PendingShare): SimulatedShare {
  const { plan, random, mint, log, sharers } = simulation;
  const { at, person, seedKind, variant } = pending;
  const channel = drawChannel(simulation, pending.cameBy);
  const mode = drawWeighted(random, plan.modes);
  const code = mint(8);
  log.record({
    kind: "share",
    person: person.id,
    via: person.via,
    code,
    channel: channel.value,
    mode: mode.value,
    seedKind: seedKind?.value ?? null,
    variant: seedKind === null ? null : (variant?.value ?? null),
    occurredAt: at,
    attributes: person.attributes,
  });
  if (seedKind === null) sharers.push(person);
  recordRating(simulation, "sender", person, at + drawDelay(random, 40 * SECOND));
  const lift = (channel.lift ?? 1) * (mode.lift ?? 1) * (seedKind?.lift ?? 1) * (variant?.lift ?? 1);
  return { ...pending, code, channel, lift };
}

function drawChannel({ plan, random }: Simulation, cameBy: ChannelChoice | null): ChannelChoice {
  if (cameBy !== null && random.next() < cameBy.loyalty) return cameBy;
  return drawWeighted(random, plan.channels);
}
