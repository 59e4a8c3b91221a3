import fc from "fast-check";
import { type CampaignEvent, DOUBTFUL } from "#lib/domain/event.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";

export function share(
  code: string,
  via: string | null,
  at: number,
  more: Partial<CampaignEvent> = {},
): CampaignEvent {
  const known = {
    id: code,
    kind: "share",
    person: `p-${code}`,
    code,
    channel: "x",
    via,
    occurredAt: at,
  } as const;
  return { ...BLANK_EVENT, ...known, ...more };
}

const HOUR = 3_600_000;

/** One of the codes is 0, by which some say that there is no parent. */
const codeOf = (share: number) => (share === 0 ? "0" : `s${share}`);

/**
 * Shares with and without a stated parent or an id of their own, and visits that decide for those without. Instants
 * are few, so that many are equal; at one, the order of ids decides, and some are ordered otherwise by UTF-16 unit
 * than by code point.
 */
export const logs: fc.Arbitrary<CampaignEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("share", "share", "visit", "visit", "conversion", "view"),
      via: fc.option(fc.nat(9), { freq: 2 }),
      at: fc.constantFrom(0, 1, HOUR, 2 * HOUR),
      person: fc.nat(2),
      seeded: fc.constantFrom(true, false, false),
      ownId: fc.boolean(),
      arrives: fc.boolean(),
      verified: fc.constantFrom(true, true, false),
      label: fc.constantFrom(null, null, null, null, "bot", DOUBTFUL),
      sorted: fc.constantFrom("m", "\uff5e", "\u{1f600}"),
    }),
    { minLength: 1, maxLength: 15, size: "max" },
  )
  .map((rows) =>
    rows.map(
      ({ kind, via, at, person, seeded, ownId, arrives, verified, label, sorted }, i): CampaignEvent => {
        const said = {
          person: `p${person}`,
          via: via === null ? null : codeOf(via),
          occurredAt: at,
          verified,
          label: label === DOUBTFUL && kind !== "visit" ? null : label,
        };
        if (kind === "visit" || kind === "view")
          return { ...BLANK_EVENT, ...said, id: `${sorted}${i}`, kind };
        if (kind === "conversion")
          return { ...BLANK_EVENT, ...said, id: `c${i}`, kind, value: i / 100, currency: "SDG" };
        const seedKind = mayBeSeed(said.via) && seeded ? "paid" : null;
        const id = ownId ? `${sorted}e${i}` : codeOf(i);
        return share(codeOf(i), said.via, at, { ...said, seedKind, id, arrives });
      },
    ),
  );
