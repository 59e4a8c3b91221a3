import type { ForestInput } from "./forest-input.ts";
import { textNumbering } from "./text-numbering.ts";

/**
 * The part of a forest that some of its nodes make up, a forest of its own in the same order.
 * @param keeps 1 for a node to keep; the parent of a kept node must be kept
 */
export function partOfForest(forest: ForestInput, keeps: Uint8Array): ForestInput {
  const nodes: number[] = [];
  const placeOf = new Int32Array(forest.size).fill(-1);
  const roots: number[] = [];
  for (let node = 0; node < forest.size; node++) {
    if (keeps[node] !== 1) continue;
    if (forest.root[node] === node) roots.push(nodes.length);
    placeOf[node] = nodes.length;
    nodes.push(node);
  }
  const persons = textNumbering();
  const channels = textNumbering();
  const personOf = (node: number) => forest.persons[forest.person[node] ?? 0] ?? "";
  const channelOf = (node: number) => forest.channels[forest.channel[node] ?? 0] ?? "";
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
    person: Int32Array.from(nodes, (node) => persons.numberOf(personOf(node))),
    persons: persons.texts(),
    channel: Int32Array.from(nodes, (node) => channels.numberOf(channelOf(node))),
    channels: channels.texts(),
    mode: Uint8Array.from(at(forest.mode)),
    variants: at(forest.variants),
    evidences: at(forest.evidences),
    seedKinds: at(forest.seedKinds),
    paid: Uint8Array.from(at(forest.paid)),
  };
}
