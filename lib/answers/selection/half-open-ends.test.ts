import { describe, expect, it } from "vitest";
import { event, inputsOf } from "#lib/answers/testing/event-log.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { reachedPeople } from "./reached-people.ts";
import { selectActivity } from "./select-activity.ts";

const [FROM, TO, AS_OF, HORIZON] = [10 * DAY, 11 * DAY, 20 * DAY, 7 * DAY];

/** One share at each edge of the stretch, each by somebody else. */
const SHARES = [
  event("share", FROM - 1, { person: "before", code: "a", seedKind: "paid" }),
  event("share", FROM, { person: "first", code: "b", seedKind: "paid" }),
  event("share", TO - 1, { person: "last", code: "c", via: "b" }),
  event("share", TO, { person: "after", code: "d", via: "b" }),
];
const select = (log: readonly ReturnType<typeof event>[], asOf = AS_OF) =>
  selectActivity(inputsOf(log, { asOf: AS_OF, horizon: HORIZON }), {
    from: FROM,
    to: TO,
    asOf,
    horizon: HORIZON,
    filters: [],
  });

describe("a stretch of time", () => {
  it("holds what happens at its first instant, and nothing of the first instant after it", () => {
    const { events, chosen, forest, activity } = select(SHARES);
    expect([...events].map((at) => activity.at[at])).toEqual([FROM, TO - 1]);
    expect(forest.codes.filter((_, node) => chosen[node] === 1).toSorted()).toEqual(["b", "c"]);
  });

  it("reaches the people whom it met first, from its first instant on", () => {
    const { people, at, broughtBy } = reachedPeople(select(SHARES));
    expect(people).toHaveLength(2);
    expect([...at]).toEqual([FROM, TO - 1]);
    expect([...broughtBy].map((node) => select(SHARES).forest.codes[node] ?? null)).toEqual([null, "b"]);
  });

  it("reaches nobody again who was met an instant before it", () => {
    const met = event("visit", FROM - 1, { person: "first", via: "a" });
    expect([...reachedPeople(select([...SHARES, met])).at]).toEqual([TO - 1]);
    const later = event("visit", FROM + HOUR, { person: "before", via: "b" });
    expect([...reachedPeople(select([...SHARES, later])).at]).toEqual([FROM, TO - 1]);
  });

  it("knows what its people did up to the instant of asking, that one included", () => {
    const bought = event("conversion", AS_OF, { person: "last", via: "b" });
    const log = [...SHARES, bought];
    expect([...reachedPeople(select(log)).hasConverted]).toEqual([0, 1]);
    expect([...reachedPeople(select(log, AS_OF - 1)).hasConverted]).toEqual([0, 0]);
    expect([...reachedPeople(select(log, TO - 1)).hasShared]).toEqual([1, 1]);
    expect([...reachedPeople(select(log, TO - 2)).at]).toEqual([FROM]);
  });
});
