import type { Marks } from "#lib/picture/fold-marks.ts";
import type { Box } from "./plot.ts";

/** The shares in the mark of a share, and the box of the plane that they take. */
export function spanOf(
  { markOf }: Pick<Marks, "markOf">,
  share: number,
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
): { shares: number[]; box: Box } {
  const shares: number[] = [];
  const own = markOf[share] ?? -1;
  // Out of sight, it is in no mark.
  if (own === -1) return { shares, box: { x: 0, y: 0, width: 1, height: 1 } };
  let [left, top, right, bottom] = [1, 1, 0, 0];
  markOf.forEach((mark, node) => {
    if (mark !== own) return;
    shares.push(node);
    left = Math.min(left, x[node] ?? 0);
    right = Math.max(right, x[node] ?? 0);
    top = Math.min(top, y[node] ?? 0);
    bottom = Math.max(bottom, y[node] ?? 0);
  });
  return { shares, box: { x: left, y: top, width: right - left, height: bottom - top } };
}
