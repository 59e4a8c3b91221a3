import type { PictureColours } from "../picture-colours.ts";
import type { MarkLook } from "./draw-marks.ts";
import type { Pen } from "./pen.ts";
import type { Plot } from "./plot.ts";

/** "fall": down from the parent, then along to the child; "straight": the shortest way. */
export type LinkShape = "fall" | "straight";

/** Links of a parent with more drawn children than this fade, so that its fan stays shaded, not solid. */
const FANS = [
  { from: 0, alpha: 1 },
  { from: 20, alpha: 0.45 },
  { from: 100, alpha: 0.2 },
  { from: 500, alpha: 0.08 },
] as const;
/** Above this many links in all, thinner ones. */
const FEW = 600;
/** Above this many, a curve costs more than it shows. */
const MOST_CURVES = 6000;

/** Draws the links between marks, those that look alike as one path; the inferred are dashed. */
export function drawLinks(
  pen: Pen,
  plot: Plot,
  look: MarkLook & { readonly isInferred: Uint8Array },
  shape: LinkShape,
  colours: PictureColours,
  only?: Uint8Array,
): void {
  const { above } = look.marks;
  const drawn = above.length > MOST_CURVES ? "straight" : shape;
  const fan = fansOf(above);
  pen.strokeStyle = colours.edge;
  pen.lineWidth = above.length > FEW ? 0.8 : 1.25;
  for (const [width, { alpha }] of FANS.entries()) {
    pen.globalAlpha = Math.min(1, alpha * plot.view.zoom);
    for (const kind of [0, 1]) {
      pen.setLineDash(kind === 1 ? [4, 3] : []);
      pen.beginPath();
      for (let mark = 0; mark < above.length; mark++) {
        const from = above[mark] ?? -1;
        if (from === -1 || fan[from] !== width || look.isInferred[mark] !== kind) continue;
        if (!only || only[mark] === 1) addLink(pen, plot, look, from, mark, drawn);
      }
      pen.stroke();
    }
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** The class in FANS of every mark by its drawn children. */
function fansOf(above: Int32Array): Uint8Array {
  const children = new Int32Array(above.length);
  for (const from of above) if (from !== -1) children[from] = (children[from] ?? 0) + 1;
  return Uint8Array.from(children, (count) => FANS.findLastIndex(({ from }) => count >= from));
}

function addLink(pen: Pen, plot: Plot, { x, y }: MarkLook, from: number, to: number, shape: LinkShape): void {
  const [x0, y0, x1, y1] = [x[from] ?? 0, y[from] ?? 0, x[to] ?? 0, y[to] ?? 0];
  if ((x0 < 0 && x1 < 0) || (y0 < 0 && y1 < 0)) return;
  if ((x0 > plot.width && x1 > plot.width) || (y0 > plot.height && y1 > plot.height)) return;
  pen.moveTo(x0, y0);
  if (shape === "fall") pen.quadraticCurveTo(x0, y1, x1, y1);
  else pen.lineTo(x1, y1);
}
