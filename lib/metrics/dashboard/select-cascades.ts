import type { ForestInput } from "#lib/metrics/inputs/forest-input.ts";
import { internTexts } from "#lib/metrics/inputs/intern-texts.ts";
import type { Filter } from "#lib/query/query.ts";
import { shareTest } from "./share-test.ts";

/**
 * The whole cascades whose root has what the filters ask for: a forest of its own, in which every statistic of
 * cascades holds. A filter by a fact of people, or by generation or evidence, which a root has none of, keeps all.
 */
export function selectCascades(forest: ForestInput, filters: readonly Filter[]): ForestInput {
  const tests = filters.flatMap(({ dimension, isNot, values }) => {
    if (!ROOT_DIMENSIONS.some((known) => known === dimension)) return [];
    const has = shareTest(forest, dimension as RootDimension, new Set(values));
    return [(root: number) => has(root) !== isNot];
  });
  if (tests.length === 0) return forest;
  const nodes: number[] = [];
  const placeOf = new Int32Array(forest.size).fill(-1);
  const roots: number[] = [];
  forest.roots.forEach((root, i) => {
    if (!tests.every((test) => test(root))) return;
    roots.push(nodes.length);
    for (let node = root; node < (forest.roots[i + 1] ?? forest.size); node++) {
      placeOf[node] = nodes.length;
      nodes.push(node);
    }
  });
  const persons = internTexts(nodes.map((node) => forest.persons[forest.person[node] ?? 0] ?? ""));
  const channels = internTexts(nodes.map((node) => forest.channels[forest.channel[node] ?? 0] ?? ""));
  const at = <T>(values: { readonly [node: number]: T }) => nodes.map((node) => values[node] as T);
  return {
    ...forest,
    size: nodes.length,
    roots: Int32Array.from(roots),
    codes: at(forest.codes),
    parent: Int32Array.from(at(forest.parent), (parent) => (parent === -1 ? -1 : (placeOf[parent] ?? -1))),
    root: Int32Array.from(at(forest.root), (root) => placeOf[root] ?? -1),
    depth: Int32Array.from(at(forest.depth)),
    faults: Uint8Array.from(at(forest.faults)),
    at: Float64Array.from(at(forest.at)),
    person: persons.numbers,
    persons: persons.texts,
    channel: channels.numbers,
    channels: channels.texts,
    mode: Uint8Array.from(at(forest.mode)),
    variants: at(forest.variants),
    evidences: at(forest.evidences),
    seedKinds: at(forest.seedKinds),
    paid: Uint8Array.from(at(forest.paid)),
  };
}

/** What a root has of its own. */
const ROOT_DIMENSIONS = ["channel", "mode", "seedKind", "variant"] as const;
type RootDimension = (typeof ROOT_DIMENSIONS)[number];
