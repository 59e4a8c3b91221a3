import type { ForestInput } from "#lib/inputs/forest-input.ts";

/** Distinct people in each cascade whose root is wanted, the seed's person included. */
export function paidReach(
  { roots, size, person, persons }: Pick<ForestInput, "roots" | "size" | "person" | "persons">,
  isWanted: (root: number) => boolean,
): number[] {
  const seenIn = new Int32Array(persons.length).fill(-1);
  const reach: number[] = [];
  roots.forEach((root, i) => {
    if (!isWanted(root)) return;
    let people = 0;
    for (let node = root; node < (roots[i + 1] ?? size); node++) {
      const who = person[node] ?? 0;
      if (seenIn[who] === root) continue;
      seenIn[who] = root;
      people += 1;
    }
    reach.push(people);
  });
  return reach;
}
