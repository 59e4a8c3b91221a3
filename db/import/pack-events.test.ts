import fc from "fast-check";
import { expect, test } from "vitest";
import { EVENT_KINDS, EVENT_LABELS, MODES, RATING_ROLES, SEED_KINDS } from "#lib/domain/event.ts";
import { packEvents, unpackEvents } from "./pack-events.ts";

const text = fc.constantFrom("a", "ليلى", "😀 b", "0", "x:y");
const event = fc.record({
  id: text,
  kind: fc.constantFrom(...EVENT_KINDS),
  person: text,
  via: fc.option(text),
  arrives: fc.boolean(),
  code: fc.option(text),
  channel: fc.option(text),
  mode: fc.option(fc.constantFrom(...MODES)),
  seedKind: fc.option(fc.constantFrom(...SEED_KINDS)),
  variant: fc.option(text),
  occurredAt: fc.integer(),
  value: fc.option(fc.constantFrom(0, 1.5, 1e9)),
  currency: fc.option(fc.constant("SDG")),
  role: fc.option(fc.constantFrom(...RATING_ROLES)),
  score: fc.option(fc.constantFrom(0, 10)),
  attributes: fc.option(fc.constant({ country: "SD" })),
  verified: fc.boolean(),
  label: fc.option(fc.constantFrom(...EVENT_LABELS)),
});

test("events come out as they went in, after a journey between threads too", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), (events) => {
      expect(unpackEvents(structuredClone(packEvents(events)))).toEqual(events);
    }),
    { seed: 3 },
  );
});
