import { expect, test } from "vitest";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { cascadesInput } from "#lib/inputs/cascades-input.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { structuralVirality } from "./structural-virality.ts";

function share(code: string, via: string | null): ForestShare {
  const rest = { channel: "x", mode: null, variant: null, at: 0, person: code } as const;
  return {
    ...rest,
    code,
    via,
    evidence: via === null ? null : "stated",
    seedKind: via === null ? "organic" : null,
  };
}

const star = [share("seed", null), ...[1, 2, 3, 4].map((n) => share(`s${n}`, "seed"))];
/** A chain whose first share hangs on one that never came. */
const orphans = [1, 2, 3, 4].flatMap((n) => [
  ...[share(`o${n}`, `lost${n}`), share(`o${n}-1`, `o${n}`), share(`o${n}-2`, `o${n}-1`)],
]);

function medianOf(shares: readonly ForestShare[]) {
  return structuralVirality.compute(
    { cascades: cascadesInput(forestInput(shares)) },
    { asOf: 1, horizon: 1 },
  );
}

test("the trees of orphans are not among the cascades of seeds", () => {
  expect(medianOf([...star, ...orphans])).toEqual({ value: 1.6 });
  expect(medianOf(orphans)).toEqual({ value: null, why: "too-few" });
});
