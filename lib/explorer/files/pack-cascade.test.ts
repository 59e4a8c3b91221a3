import fc from "fast-check";
import { expect, it } from "vitest";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { MODES } from "#lib/domain/event.ts";
import { EVIDENCES } from "#lib/domain/evidence.ts";
import { packCascade } from "./pack-cascade.ts";
import { unpackCascade } from "./unpack-cascade.ts";

const text = fc.string({ minLength: 1, unit: "grapheme" }).filter((value) => !/[\r\n]/.test(value));

/** A tree of any shape whose depth, children and descendants are counted the slow way. */
const cascades = fc
  .array(
    fc.record({
      above: fc.nat(),
      ...{ code: text, person: text, channel: fc.nat({ max: 2 }), country: fc.integer({ min: -1, max: 1 }) },
      mode: fc.constantFrom(null, ...MODES),
      evidence: fc.constantFrom(null, ...EVIDENCES),
      at: fc.integer({ min: 0, max: 4e12 }),
      faults: fc.nat({ max: 7 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows): CascadeShares => {
    const parent = rows.map(({ above }, share) => (share === 0 ? -1 : above % share));
    const wayUp = (share: number): number[] => {
      const above = parent[share] ?? -1;
      return above < 0 ? [] : [above, ...wayUp(above)];
    };
    const ways = rows.map((_, share) => wayUp(share));
    return {
      ...{ parent, channels: ["a", "b", "c"], countries: ["SA", "EG"] },
      code: rows.map(({ code }) => code),
      person: rows.map(({ person }) => person),
      channel: rows.map(({ channel }) => channel),
      country: rows.map(({ country }) => country),
      mode: rows.map(({ mode }) => mode),
      evidence: rows.map(({ evidence }) => evidence),
      at: rows.map(({ at }) => at),
      faults: rows.map(({ faults }) => faults),
      depth: ways.map((way) => way.length),
      children: rows.map((_, share) => parent.filter((above) => above === share).length),
      descendants: rows.map((_, share) => ways.filter((way) => way.includes(share)).length),
    };
  });

it("what was packed comes back equal", () => {
  fc.assert(
    fc.property(cascades, (shares) => {
      expect(unpackCascade(packCascade(shares))).toEqual(shares);
    }),
  );
});
