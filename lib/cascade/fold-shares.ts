import { addLeaves } from "./add-leaves.ts";
import { disjointIndexes } from "./disjoint-indexes.ts";
import type { FoldRoom, ForestStore } from "./forest-store.ts";
import { type ChangedVia, rebuildCascades } from "./rebuild-cascades.ts";
import type { NewShare } from "./share-row.ts";

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
 * Where there is no room for that, shares stand by themselves for the time being and are told to `store.holdBack`:
 * `Pruning.settle` puts them where their links say.
 *
 * @param fresh shares whose codes are new to the store and differ from each other
 * @param room what it uses is taken off; null for as much as it takes
 */
export function foldShares(
  store: ForestStore,
  fresh: readonly NewShare[],
  changed: readonly ChangedVia[] = [],
  room: FoldRoom | null = null,
): void {
  const { components, newTrees } = joinComponents(store, fresh, changed, room);
  for (const component of components) {
    const { roots, fresh: added, changed: moved, heals } = component;
    const [root] = roots;
    const onlyGrows = roots.length === 1 && moved.length === 0 && !heals;
    if (onlyGrows && root !== undefined && addLeaves(store, root, added, room)) continue;
    if (room === null || isWithin(store, roots, room)) rebuildCascades(store, roots, added, moved);
    else setAside(store, component);
  }
  if (newTrees.length > 0) rebuildCascades(store, [], newTrees, []);
}

/** Whether cascades fit into the room, which is then taken. */
function isWithin(store: ForestStore, roots: readonly string[], room: FoldRoom): boolean {
  let left = room.left;
  for (const root of roots) {
    left -= store.readCascade(root)?.size ?? 0;
    if (left < 0) return false;
  }
  room.left = left;
  return true;
}

/** Writes shares down without a place among those that are stored, and links without moving what hangs on them. */
function setAside(store: ForestStore, { fresh, changed }: Component): void {
  for (const { code, via, evidence, seedKind } of changed) {
    const row = store.readShare(code);
    if (row !== undefined) store.updateShare({ ...row, via, evidence, seedKind }, row);
  }
  rebuildCascades(store, [], fresh, []);
  for (const { code } of [...fresh, ...changed]) store.holdBack(code);
}

function joinComponents(
  store: ForestStore,
  fresh: readonly NewShare[],
  changed: readonly ChangedVia[],
  room: FoldRoom | null,
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

  const waiting = orphansWithin(store, room);
  fresh.forEach(({ code, via }, index) => {
    joinVia(index, via);
    for (const orphan of waiting(code)) {
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

/** Orphans of a code; none, and the code is held back, where they are too many. */
function orphansWithin(store: ForestStore, room: FoldRoom | null): (code: string) => string[] {
  if (room === null) return (code) => store.listOrphansOf(code);
  let left = room.left;
  return (code) => {
    const orphans = store.listOrphansOf(code, Math.max(0, left) + 1);
    left -= orphans.length;
    if (left >= 0) return orphans;
    store.holdBack(code);
    return [];
  };
}

/** Reads the root of a stored share once, however many shares of the batch hang on it. */
function storedRoots(store: ForestStore): (code: string) => string | undefined {
  const roots = new Map<string, string | undefined>();
  return (code) => {
    if (!roots.has(code)) roots.set(code, store.readShare(code)?.root);
    return roots.get(code);
  };
}
