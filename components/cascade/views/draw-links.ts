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
/** Place in FANS of the widest fan whose links are drawn to children out of sight. */
const NARROW = 1;
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
  const fan = fansOf(above);
  const links = linksInSight(plot, look, fan).filter((mark) => !only || only[mark] === 1);
  const drawn = links.length > MOST_CURVES ? "straight" : shape;
  pen.strokeStyle = colours.edge;
  pen.lineWidth = links.length > FEW ? 0.8 : 1.25;
  for (const [width, { alpha }] of FANS.entries()) {
    pen.globalAlpha = Math.min(1, alpha * Math.sqrt(plot.view.zoom));
    for (const kind of [0, 1]) {
      pen.setLineDash(kind === 1 ? [4, 3] : []);
      pen.beginPath();
      for (const mark of links) {
        const from = above[mark] ?? -1;
        if (fan[from] === width && look.isInferred[mark] === kind) addLink(pen, look, from, mark, drawn);
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

/**
 * Marks whose link is worth drawing: those in sight, and the children out of sight of a parent that has few. The links
 * of a wide fan that only pass through would cover what is looked at.
 */
function linksInSight(plot: Plot, { marks, x, y }: MarkLook, fan: Uint8Array): number[] {
  const isInSight = (mark: number) => {
    const [across = -1, down = -1] = [x[mark], y[mark]];
    return across >= 0 && down >= 0 && across <= plot.width && down <= plot.height;
  };
  const links: number[] = [];
  marks.above.forEach((from, mark) => {
    if (from === -1) return;
    if (isInSight(mark) || ((fan[from] ?? 0) <= NARROW && isInSight(from))) links.push(mark);
  });
  return links;
}

function addLink(pen: Pen, { x, y }: MarkLook, from: number, to: number, shape: LinkShape): void {
  const [x0, y0, x1, y1] = [x[from] ?? 0, y[from] ?? 0, x[to] ?? 0, y[to] ?? 0];
  pen.moveTo(x0, y0);
  if (shape === "fall") pen.quadraticCurveTo(x0, y1, x1, y1);
  else pen.lineTo(x1, y1);
}
