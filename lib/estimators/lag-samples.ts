import { areLinksUnknown, countLinks } from "#lib/cascade/count-links.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import { byCluster, type LagSample, MOST_SKEW } from "./lag-sample.ts";

/**
 * The sharers of each of many groups as `lagSample` would gather them one by one, in one pass over the forest.
 * @param groupOf group of a share, from 0; -1 for none
 */
export function lagSamplesBy(
  forest: ForestShape,
  asOf: number,
  groups: number,
  groupOf: (share: number) => number,
): LagSample[] {
  const { size, at, parent } = forest;
  const gathered = Array.from({ length: groups }, () => ({
    ...{ age: [] as number[], cascade: [] as number[], roots: [] as number[] },
    ...{ lag: [] as number[], parent: [] as number[], mistimed: [] as number[] },
  }));
  const memberOf = new Int32Array(size);
  const groupOfShare = new Int32Array(size).fill(-1);
  const order = byCluster(forest);
  for (let i = 0; i < size; i++) {
    const share = order === null ? i : (order[i] ?? i);
    const birth = at[share] ?? 0;
    const number = birth > asOf || isSeed(forest, share) ? -1 : groupOf(share);
    const group = gathered[number];
    if (group === undefined) continue;
    const cluster = clusterOf(forest, share);
    if (cluster !== group.roots.at(-1)) group.roots.push(cluster);
    groupOfShare[share] = number;
    memberOf[share] = group.age.length;
    group.age.push(asOf - birth);
    group.cascade.push(group.roots.length - 1);
  }
  for (let i = 0; i < size; i++) {
    const share = order === null ? i : (order[i] ?? i);
    const above = parent[share] ?? -1;
    const group = gathered[groupOfShare[above] ?? -1];
    if (group === undefined || (at[share] ?? 0) > asOf) continue;
    const measured = (at[share] ?? 0) - (at[above] ?? 0);
    group.lag.push(Math.max(0, measured));
    group.parent.push(memberOf[above] ?? 0);
    group.mistimed.push(measured < -MOST_SKEW ? 1 : 0);
  }
  const unknown = areLinksUnknown(countLinks(forest, { asOf })) && { linksUnknown: true as const };
  return gathered.map(({ age, cascade, roots, lag, parent: above, mistimed }) => ({
    ...{ population: "sharers" as const, cascades: roots.length, roots: Int32Array.from(roots) },
    ...{ age: Float64Array.from(age), cascade: Int32Array.from(cascade) },
    ...{ lag: Float64Array.from(lag), parent: Int32Array.from(above), mistimed: Uint8Array.from(mistimed) },
    ...unknown,
  }));
}
