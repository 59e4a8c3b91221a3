/** Sets of strings that merge (Tarjan 1975): `find` names the set that a key is in, `union` merges two. */
export interface DisjointSets {
  find(key: string): string;
  union(a: string, b: string): void;
}

/** A key not seen before is a set of its own. Amortised near-constant time a call. */
export function disjointSets(): DisjointSets {
  const above = new Map<string, string>();

  function find(key: string): string {
    let top = key;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    for (let at = key; at !== top; ) {
      const next = above.get(at) ?? top;
      above.set(at, top);
      at = next;
    }
    return top;
  }

  return {
    find,
    union(a, b) {
      const topA = find(a);
      const topB = find(b);
      if (topA !== topB) above.set(topA, topB);
    },
  };
}
