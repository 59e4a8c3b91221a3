import type { CascadeRow } from "./cascade-row.ts";
import { isSeedRoot, SKEW } from "./forest.ts";
import type { ShareRow } from "./share-row.ts";

/** Sums over a subtree as if its top were a seed (METRICS §1.2). */
export interface SubtreeShape
  extends Pick<CascadeRow, "size" | "sumDepth" | "sumSubtreeSq" | "maxChildren" | "skews" | "lastAt"> {
  readonly breadths: number[];
  readonly persons: ReadonlySet<string>;
}

/** @param rows a share and all below it, that share first */
export function subtreeShape(rows: readonly ShareRow[]): SubtreeShape {
  const [top] = rows;
  const persons = new Set<string>();
  const breadths: number[] = [];
  const sums = { size: rows.length, sumDepth: 0, sumSubtreeSq: 0, maxChildren: 0, skews: 0 };
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const depth = row.depth - (top?.depth ?? 0);
    persons.add(row.person);
    lastAt = Math.max(lastAt, row.at);
    breadths[depth] = (breadths[depth] ?? 0) + 1;
    if (row === top) continue;
    sums.sumDepth += depth;
    sums.sumSubtreeSq += (row.descendants + 1) ** 2;
    sums.maxChildren = Math.max(sums.maxChildren, row.children);
    if (row.faults & SKEW) sums.skews += 1;
  }
  return { ...sums, breadths, persons, lastAt };
}

/** A cascade whose sums change; `depth`, `maxBreadth` and `structuralVirality` follow from the others. */
export type SummedCascade = { -readonly [K in keyof Omit<CascadeRow, "breadths">]: CascadeRow[K] } & {
  readonly breadths: number[];
};

/** The cascade that a subtree is by itself, its top waiting for a parent; what follows from other sums is not set. */
export function waitingCascade(top: ShareRow, { persons, ...sums }: SubtreeShape): SummedCascade {
  const { code, variant, channel, person, at, children } = top;
  const seeded = isSeedRoot(top.faults);
  return {
    ...sums,
    root: code,
    seeded,
    seedKind: seeded ? top.seedKind : null,
    variant,
    channel,
    person,
    startedAt: at,
    cuts: 0,
    sharers: persons.size,
    seedChildren: children,
    depth: 0,
    maxBreadth: 0,
    structuralVirality: null,
  };
}
