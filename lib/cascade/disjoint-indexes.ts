/** Sets of whole numbers that merge (Tarjan 1975): `find` names the set that a member is in. */
export interface DisjointIndexes {
  /** Adds the next number as a set of its own. */
  add(): number;
  find(member: number): number;
  union(a: number, b: number): void;
}

/** The numbers 0 to `size` - 1, each a set of its own at first. Amortised near-constant time a call. */
export function disjointIndexes(size: number): DisjointIndexes {
  const above = Array.from({ length: size }, (_, member) => member);

  function find(member: number): number {
    let top = member;
    for (let next = above[top] ?? top; next !== top; next = above[top] ?? top) top = next;
    for (let at = member; at !== top; ) {
      const next = above[at] ?? top;
      above[at] = top;
      at = next;
    }
    return top;
  }

  return {
    add: () => above.push(above.length) - 1,
    find,
    union(a, b) {
      above[find(a)] = find(b);
    },
  };
}
