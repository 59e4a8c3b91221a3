import { stepInTree, type TreeStep } from "#lib/explorer/step-in-tree.ts";

/** stepInTree that passes over shares which are not drawn; the share itself when there is nothing that way. */
export function stepAmongVisible(
  parent: ArrayLike<number>,
  visible: Uint8Array,
  share: number,
  step: TreeStep,
): number {
  let [from, way] = [share, step];
  for (;;) {
    const to = stepInTree(parent, from, way);
    if (to === from) return share;
    if (visible[to] === 1) return to;
    from = to;
    // The first child is hidden: look on among its siblings.
    if (way === "firstChild") way = "nextSibling";
  }
}
