import type { SeedKind } from "#lib/domain/event.ts";
import type { Evidence } from "#lib/domain/evidence.ts";
import { addLeaves } from "./add-leaves.ts";
import { disjointIndexes } from "./disjoint-indexes.ts";
import type { ForestStore } from "./forest-store.ts";
import { rebuildCascades } from "./rebuild-cascades.ts";
import type { NewShare } from "./share-row.ts";

/** A share already folded that turns out to have been brought by another code, or by one at all. */
export interface ChangedVia {
  readonly code: string;
  readonly via: string | null;
  readonly evidence: Evidence | null;
  /** Of one that nobody brought. */
  readonly seedKind: SeedKind | null;
}

/** Stored cascades that new shares or changed links join, and those. */
interface Component {
  readonly roots: string[];
  readonly fresh: NewShare[];
  readonly changed: ChangedVia[];
  /** A new share is the parent that an orphan waited for; it may close a cycle, even within one cascade. */
  heals: boolean;
}

/**
 * Brings shares into the forest. The outcome depends on the set of shares alone: any order, batching and
 * repetition gives the same rows (DESIGN §3, invariant 3). Shares joined by links are handled together:
 * those that only grow one cascade by leaves cost O(depth) each; healed orphans, changed parents and trees
 * that are all new are rebuilt from their shares.
 *
 * @param fresh shares whose codes are new to the store and differ from each other
 */
export function foldShares(
  store: ForestStore,
  fresh: readonly NewShare[],
  changed: readonly ChangedVia[] = [],
): void {
  const { components, newTrees } = joinComponents(store, fresh, changed);
  for (const { roots, fresh: added, changed: moved, heals } of components) {
    const [root] = roots;
    const onlyGrows = roots.length === 1 && moved.length === 0 && !heals;
    if (onlyGrows && root !== undefined && addLeaves(store, root, added)) continue;
    rebuildCascades(store, roots, added, moved);
  }
  if (newTrees.length > 0) rebuildCascades(store, [], newTrees, []);
}

function joinComponents(
  store: ForestStore,
  fresh: readonly NewShare[],
  changed: readonly ChangedVia[],
): { components: Iterable<Component>; newTrees: NewShare[] } {
  const indexes = new Map(fresh.map(({ code }, index) => [code, index]));
  const sets = disjointIndexes(fresh.length);
  const memberOfRoot = new Map<string, number>();
  const healers: number[] = [];
  const memberOf = (root: string): number => {
    const known = memberOfRoot.get(root) ?? sets.add();
    memberOfRoot.set(root, known);
    return known;
  };
  const rootOf = storedRoots(store);
  const joinVia = (member: number, via: string | null) => {
    if (via === null) return;
    const index = indexes.get(via);
    const root = index === undefined ? rootOf(via) : undefined;
    if (index !== undefined) sets.union(member, index);
    else if (root !== undefined) sets.union(member, memberOf(root));
  };

  fresh.forEach(({ code, via }, index) => {
    joinVia(index, via);
    for (const orphan of store.listOrphansOf(code)) {
      healers.push(index);
      sets.union(index, memberOf(orphan));
    }
  });
  const changedMembers = changed.map(({ code, via }) => {
    const root = rootOf(code);
    if (root === undefined) throw new Error(`changed share ${code} is not in the forest`);
    joinVia(memberOf(root), via);
    return memberOf(root);
  });

  const components = new Map<number, Component>();
  for (const [root, member] of memberOfRoot) {
    const top = sets.find(member);
    const known = components.get(top);
    if (known === undefined) components.set(top, { roots: [root], fresh: [], changed: [], heals: false });
    else known.roots.push(root);
  }
  const newTrees: NewShare[] = [];
  fresh.forEach((share, index) => {
    (components.get(sets.find(index))?.fresh ?? newTrees).push(share);
  });
  changed.forEach((change, i) => {
    components.get(sets.find(changedMembers[i] ?? -1))?.changed.push(change);
  });
  for (const index of healers) {
    const healed = components.get(sets.find(index));
    if (healed !== undefined) healed.heals = true;
  }
  return { components: components.values(), newTrees };
}

/** Reads the root of a stored share once, however many shares of the batch hang on it. */
function storedRoots(store: ForestStore): (code: string) => string | undefined {
  const roots = new Map<string, string | undefined>();
  return (code) => {
    if (!roots.has(code)) roots.set(code, store.readShare(code)?.root);
    return roots.get(code);
  };
}
