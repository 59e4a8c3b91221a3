import { addLeaves } from "./add-leaves.ts";
import { disjointSets } from "./disjoint-sets.ts";
import type { ForestStore } from "./forest-store.ts";
import { rebuildCascades } from "./rebuild-cascades.ts";
import type { Evidence, NewShare } from "./share-row.ts";

/** A share already folded that turns out to have been brought by another code, or by one at all. */
export interface ChangedVia {
  readonly code: string;
  readonly via: string | null;
  readonly evidence: Evidence | null;
}

interface Component {
  readonly roots: Set<string>;
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
  for (const { roots, fresh: added, changed: moved, heals } of joinComponents(store, fresh, changed)) {
    const [root] = roots;
    const onlyGrows = roots.size === 1 && moved.length === 0 && !heals;
    if (onlyGrows && root !== undefined && addLeaves(store, root, added)) continue;
    rebuildCascades(store, [...roots], added, moved);
  }
}

function joinComponents(
  store: ForestStore,
  fresh: readonly NewShare[],
  changed: readonly ChangedVia[],
): Iterable<Component> {
  const sets = disjointSets();
  const byCode = new Set(fresh.map((share) => share.code));
  const roots = new Set<string>();
  const healers: string[] = [];
  const joinVia = (key: string, via: string | null) => {
    if (via === null) return;
    const target = byCode.has(via) ? via : store.readShare(via)?.root;
    if (target === undefined) return;
    if (!byCode.has(via)) roots.add(target);
    sets.union(key, target);
  };

  for (const share of fresh) {
    joinVia(share.code, share.via);
    for (const orphan of store.listOrphansOf(share.code)) {
      roots.add(orphan);
      healers.push(share.code);
      sets.union(share.code, orphan);
    }
  }
  const changedRoots = changed.map(({ code, via }) => {
    const root = store.readShare(code)?.root;
    if (root === undefined) throw new Error(`changed share ${code} is not in the forest`);
    roots.add(root);
    joinVia(root, via);
    return root;
  });

  const components = new Map<string, Component>();
  const componentOf = (key: string): Component => {
    const top = sets.find(key);
    const known = components.get(top) ?? { roots: new Set(), fresh: [], changed: [], heals: false };
    components.set(top, known);
    return known;
  };
  for (const root of roots) componentOf(root).roots.add(root);
  for (const share of fresh) componentOf(share.code).fresh.push(share);
  changed.forEach((change, i) => {
    componentOf(changedRoots[i] ?? change.code).changed.push(change);
  });
  for (const code of healers) componentOf(code).heals = true;
  return components.values();
}
