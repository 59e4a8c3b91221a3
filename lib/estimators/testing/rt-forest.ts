import { buildForest } from "#lib/cascade/build-forest.ts";
import type { ShareLink } from "#lib/cascade/forest.ts";

export function linksOf(born: readonly number[], parents: readonly number[]): ShareLink[] {
  const codeOf = (i: number) => `n${String(i).padStart(7, "0")}`;
  return born.map((at, i) => {
    const parent = parents[i] ?? -1;
    return { code: codeOf(i), via: parent === -1 ? null : codeOf(parent), at };
  });
}
export const forestOf = (born: readonly number[], parents: readonly number[]) =>
  buildForest(linksOf(born, parents));

/** Windows that touch at the edges. */
export const windowsOf = (edges: readonly number[]) =>
  edges.slice(1).map((to, i) => ({ from: edges[i] ?? Number.NaN, to }));
