import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { BURST_SHARES, type Suspicion } from "./suspicion.ts";

/** Which shares of a forest each rule suspects: 1 at those, parallel to its nodes. O(n log n). */
export function suspectShares(forest: ForestInput): Readonly<Record<Suspicion, Uint8Array>> {
  return {
    self: Uint8Array.from(forest.parent, (above, share) =>
      above !== -1 && forest.person[above] === forest.person[share] ? 1 : 0,
    ),
    ring: inRings(forest),
    burst: inBursts(forest),
    unverified: Uint8Array.from(forest.evidences, (evidence) => (evidence === "unverified" ? 1 : 0)),
  };
}

/** Links between two people who brought each other, in whichever cascades. */
function inRings({ parent, person, persons }: ForestInput): Uint8Array {
  const pair = (from: number, to: number) => from * persons.length + to;
  const brought = new Set<number>();
  parent.forEach((above, share) => {
    if (above !== -1) brought.add(pair(person[above] ?? 0, person[share] ?? 0));
  });
  return Uint8Array.from(parent, (above, share) => {
    const [from, to] = [person[above] ?? 0, person[share] ?? 0];
    return above !== -1 && from !== to && brought.has(pair(to, from)) ? 1 : 0;
  });
}

/** Shares in any window of a minute that holds at least BURST_SHARES of the same person. */
function inBursts({ size, person, at }: ForestInput): Uint8Array {
  const marked = new Uint8Array(size);
  const order = Array.from(person.keys()).sort(
    (a, b) => (person[a] ?? 0) - (person[b] ?? 0) || (at[a] ?? 0) - (at[b] ?? 0),
  );
  let from = 0;
  order.forEach((share, index) => {
    const isSame = (other: number) => person[other] === person[share];
    while (!isSame(order[from] ?? share) || (at[share] ?? 0) - (at[order[from] ?? share] ?? 0) >= MINUTE)
      from += 1;
    if (index - from + 1 < BURST_SHARES) return;
    for (let other = index; other >= from && marked[order[other] ?? 0] === 0; other--)
      marked[order[other] ?? 0] = 1;
  });
  return marked;
}
