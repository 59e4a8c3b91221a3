import { type CampaignEvent, isSetApart } from "#lib/domain/event.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import type { NewShare } from "./share-row.ts";
import { statedEvidence } from "./stated-evidence.ts";

type Touch = Pick<CampaignEvent, "id" | "occurredAt"> & { readonly via: string };

/**
 * The shares among a campaign's events, each with the code that brought its person: the one it states, else
 * the one of the person's first visit, unless it was handed out as a seed (DESIGN §2, parent).
 * @returns shares in the order of their events; repeated codes are left for `buildForest` to merge
 */
export function sharesOfEvents(events: readonly CampaignEvent[]): NewShare[] {
  const touches = firstTouches(events);
  return events.flatMap((event) => {
    const { kind, code, person, variant, mode, occurredAt: at } = event;
    if (kind !== "share" || code === null || event.label !== null) return [];
    const touch = isOpen(event) ? touches.get(person) : undefined;
    const via = event.via ?? (touch !== undefined && touch.occurredAt <= at ? touch.via : null);
    const evidence = via === null ? null : event.via === null ? "touch" : statedEvidence(event);
    const seedKind = mayBeSeed(via) ? event.seedKind : null;
    const channel = event.channel ?? "unknown";
    const country = event.attributes?.country ?? null;
    return [{ code, via, evidence, person, channel, mode, seedKind, variant, country, at }];
  });
}

function firstTouches(events: readonly CampaignEvent[]): Map<string, Touch> {
  const touches = new Map<string, Touch>();
  // Most logs state every parent, and then no first touch is asked for.
  const asked = new Set(events.filter(isOpen).map(({ person }) => person));
  if (asked.size === 0) return touches;
  for (const event of events) {
    const { via, id, person, occurredAt } = event;
    if (via === null || !isTouch(event) || !asked.has(person)) continue;
    const known = touches.get(person);
    // Two touches of one instant: the smaller id, so that the order of events does not matter.
    if (
      known === undefined ||
      occurredAt < known.occurredAt ||
      (occurredAt === known.occurredAt && id < known.id)
    )
      touches.set(person, { id, via, occurredAt });
  }
  return touches;
}

/** Whether an event may decide whose child its person is: somebody arrived, and nobody made it up. */
function isTouch({ kind, arrives, verified, label }: CampaignEvent): boolean {
  return (kind === "visit" || arrives) && verified && !isSetApart(label);
}

/** A share that states neither a parent nor that it was handed out. */
function isOpen({ kind, via, seedKind }: CampaignEvent): boolean {
  return kind === "share" && via === null && seedKind === null;
}
