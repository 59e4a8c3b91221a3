import { pathToRoot } from "#lib/cascade/path-to-root.ts";
import { type BubblePlan, drawBubbles } from "./draw-bubbles.ts";
import { type Plot, toPixels } from "./plot.ts";
import type { Scene, SceneMaker } from "./scene.ts";
import { spanOf } from "./span-of.ts";

/** A circle is opened when what it holds can be told apart: the radius of one disc, pixels. */
const SMALLEST_DISC = 0.9;
/** A circle of a smaller radius, pixels, is one counted mark. */
const SMALLEST_OPEN = 7;

/** A cascade as circles inside circles. */
export function bubbleScene(plan: BubblePlan): SceneMaker {
  const { parent, pack, shares } = plan;
  return ({ width, opened }) => {
    const closed = closedCircles(plan, width, opened);
    const counts = countInside(plan, closed);
    const circle = (plot: Plot, share: number) => {
      const isWhole = (counts[share] ?? 0) > 0 || shares.children[share] === 0;
      const at = isWhole
        ? toPixels(plot, pack.x[share] ?? 0, pack.y[share] ?? 0)
        : toPixels(plot, pack.coreX[share] ?? 0, pack.coreY[share] ?? 0);
      return { ...at, r: (isWhole ? (pack.r[share] ?? 0) : pack.disc) * plot.box.width * plot.view.zoom };
    };
    const scene: Scene = {
      folded: counts.reduce((sum, count) => sum + count, 0),
      draw: (pen, plot, colours) => drawBubbles(pen, plot, plan, { closed, counts }, colours),
      light(pen, plot, colours, { active, selected, compared, isHovered, found }) {
        pen.strokeStyle = colours.found;
        pen.lineWidth = 2;
        for (const share of new Set(found.map((one) => (closed[one] === -1 ? one : (closed[one] ?? one))))) {
          const { x, y, r } = circle(plot, share);
          pen.beginPath();
          pen.arc(x, y, r + 2.5, 0, 2 * Math.PI);
          pen.stroke();
        }
        const ring = (share: number, colour: string) => {
          pen.strokeStyle = colour;
          for (const [step, at] of pathToRoot(parent, share).entries()) {
            const around = toPixels(plot, pack.x[at] ?? 0, pack.y[at] ?? 0);
            const radius = (pack.r[at] ?? 0) * plot.box.width * plot.view.zoom;
            pen.lineWidth = step === 0 ? 2.5 : 1.25;
            pen.beginPath();
            pen.arc(around.x, around.y, Math.max(2, radius + 0.5), 0, 2 * Math.PI);
            pen.stroke();
          }
          const own = circle(plot, share);
          pen.lineWidth = 2;
          pen.beginPath();
          pen.arc(own.x, own.y, own.r + 3, 0, 2 * Math.PI);
          pen.stroke();
        };
        if (compared !== null) ring(compared, colours.compared);
        if (selected !== null) ring(selected, colours.path);
        if (active !== null && (isHovered || active !== selected)) ring(active, colours.path);
      },
      hit(plot, x, y) {
        const scale = plot.box.width * plot.view.zoom;
        const at = {
          x: (x - plot.box.x) / scale + plot.view.left,
          y: (y - plot.box.y) / scale + plot.view.top,
        };
        const share = innermost(plan, closed, at);
        if (share === -1) return null;
        const count = counts[share] ?? 0;
        if (count === 0) return { kind: "share", share };
        const isCollapsed = plan.collapsed.has(share);
        return { kind: "fold", share, count, parent: isCollapsed ? share : (parent[share] ?? -1) };
      },
      placeOf(share) {
        const outer = (closed[share] ?? -1) === -1 ? share : (closed[share] ?? share);
        const isCore = outer === share && (counts[share] ?? 0) === 0;
        return isCore
          ? {
              x: pack.coreX[share] === 0 ? (pack.x[share] ?? 0) : (pack.coreX[share] ?? 0),
              y: pack.coreY[share] ?? 0,
            }
          : { x: pack.x[outer] ?? 0, y: pack.y[outer] ?? 0 };
      },
      membersOf(share) {
        const [x, y, r] = [pack.x[share] ?? 0, pack.y[share] ?? 0, pack.r[share] ?? 0];
        const { shares: members } = spanOf({ markOf: closed }, share, pack);
        return { shares: members, box: { x: x - r, y: y - r, width: 2 * r, height: 2 * r } };
      },
    };
    return scene;
  };
}

/** For every share the outermost closed circle that it is in, its own included; -1 where all are open. */
function closedCircles(
  { parent, pack, visible, collapsed, shares }: BubblePlan,
  width: number,
  opened: Uint8Array,
) {
  const isTight = pack.disc * width < SMALLEST_DISC;
  const closed = new Int32Array(parent.length).fill(-1);
  for (let share = 0; share < parent.length; share++) {
    const above = parent[share] ?? -1;
    const outer = above === -1 || visible[above] === 0 ? -1 : (closed[above] ?? -1);
    if (outer !== -1) closed[share] = outer;
    else if (visible[share] === 1 && (shares.children[share] ?? 0) > 0) {
      const radius = (pack.r[share] ?? 0) * width;
      const isSmall = isTight && radius < SMALLEST_OPEN && opened[share] === 0;
      if (collapsed.has(share) || isSmall) closed[share] = share;
    }
  }
  return closed;
}

/** At each closed circle, how many visible shares it holds, the own one included; 0 elsewhere. */
function countInside({ visible }: BubblePlan, closed: Int32Array): Int32Array {
  const counts = new Int32Array(closed.length);
  closed.forEach((outer, share) => {
    if (outer !== -1 && visible[share] === 1) counts[outer] = (counts[outer] ?? 0) + 1;
  });
  return counts;
}

/** The share whose disc, or closed circle, or else smallest circle, holds a place; -1 for none. */
function innermost(
  { parent, pack, visible }: BubblePlan,
  closed: Int32Array,
  at: { x: number; y: number },
): number {
  // Circles nest, so the last one that holds the place is the innermost: parents stand before their children.
  for (let share = parent.length - 1; share >= 0; share--) {
    const outer = closed[share] ?? -1;
    if (visible[share] === 0 || (outer !== -1 && outer !== share)) continue;
    if (Math.hypot((pack.x[share] ?? 0) - at.x, (pack.y[share] ?? 0) - at.y) <= (pack.r[share] ?? 0))
      return share;
  }
  return -1;
}
