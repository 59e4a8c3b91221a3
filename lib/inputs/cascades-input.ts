import { areLinksUnknown, countLinks } from "#lib/cascade/count-links.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { type CascadeShape, measureCascades } from "#lib/cascade/measure-cascades.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";
import type { ForestInput } from "./forest-input.ts";

/** The sums of one cascade: what clustered intervals need of it, so that they do without the forest. */
export interface CascadeSummary
  extends Pick<
    CascadeShape,
    "size" | "depth" | "maxBreadth" | "sumDepth" | "structuralVirality" | "seedChildren"
  > {
  readonly root: string;
  /** Distinct persons. */
  readonly sharers: number;
  /** False for the provisional tree of an orphan and for a cut loop. */
  readonly seeded: boolean;
  readonly paid: boolean;
  /** The seed's; its cascade inherits them. */
  readonly channel: string;
  readonly variant: string | null;
  /** UTC milliseconds of the root. */
  readonly startedAt: number;
  /** Node of the first root of whoever planted it; its own where that is not known. */
  readonly seeder: number;
}

/** All cascades of a campaign, and the distinct persons over all of them. */
export interface CascadesInput {
  readonly cascades: readonly CascadeSummary[];
  readonly sharers: number;
  /** Every share that was brought has lost its parent: nobody knows how deep or wide it went. */
  readonly linksUnknown?: true;
}

/** Sums a forest up by cascade, in the order of its roots. */
export function cascadesInput(forest: ForestInput): CascadesInput {
  const seenIn = new Int32Array(forest.persons.length).fill(-1);
  const cascades = measureCascades(forest, subtreeSizes(forest.parent)).map((shape) => {
    const { root, size, depth, maxBreadth, sumDepth, structuralVirality, seedChildren } = shape;
    let sharers = 0;
    for (let node = root; node < root + size; node++) {
      const person = forest.person[node] ?? 0;
      if (seenIn[person] === root) continue;
      seenIn[person] = root;
      sharers += 1;
    }
    return {
      ...{ size, depth, maxBreadth, sumDepth, structuralVirality, seedChildren, sharers },
      root: forest.codes[root] ?? "",
      seeded: isSeed(forest, root),
      paid: forest.paid[root] === 1,
      channel: forest.channels[forest.channel[root] ?? 0] ?? "",
      variant: forest.variants[root] ?? null,
      startedAt: forest.at[root] ?? 0,
      seeder: clusterOf(forest, root),
    };
  });
  const linksUnknown = areLinksUnknown(countLinks(forest)) && { linksUnknown: true as const };
  return { cascades, sharers: forest.persons.length, ...linksUnknown };
}
