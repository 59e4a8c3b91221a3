import { describe, expect, it } from "vitest";
import { cascadeProportion } from "#lib/estimators/cascade-ratio.ts";
import { proportionEstimate } from "#lib/estimators/estimates.ts";
import { partOfPeople, reachedRate } from "./reached-rate.ts";

const cascade = Int32Array.of(0, 0, 0, 7, 7, -1, 9, -1);
const holds = Uint8Array.of(1, 0, 1, 0, 0, 1, 0, 0);

describe("a part of people", () => {
  it("has the cascades that they came in as clusters, and whoever came in none alone", () => {
    const clusters = [
      ...[
        { x: 3, y: 2 },
        { x: 2, y: 0 },
        { x: 1, y: 0 },
      ],
      ...[
        { x: 1, y: 1 },
        { x: 1, y: 0 },
      ],
    ];
    const part = partOfPeople(cascade, holds);
    expect(part).toEqual(cascadeProportion(clusters));
    expect(part).toMatchObject({ value: 3 / 8, effective: expect.any(Number) });
    expect(part).not.toEqual(expect.objectContaining(proportionEstimate(3, 8)));
  });

  it("is of those alone who are meant", () => {
    expect(partOfPeople(cascade, holds, [0, 1, 3])).toEqual(
      cascadeProportion([
        { x: 2, y: 1 },
        { x: 1, y: 0 },
      ]),
    );
    expect(partOfPeople(cascade, holds, [])).toEqual({ value: null, why: "empty" });
  });

  it("takes people as independent where none came in a cascade", () => {
    expect(partOfPeople(Int32Array.of(-1, -1, -1), [1, 0, 0])).toEqual(proportionEstimate(1, 3));
  });
});

it("says nothing of what nothing reports", () => {
  const part = () => ({ value: 0.5 });
  const activity = { hasVisits: true, hasConversions: false };
  expect(reachedRate(activity, "shared", part)).toEqual({ value: 0.5 });
  expect(reachedRate(activity, "converted", part)).toEqual({ value: null, why: "empty" });
});
