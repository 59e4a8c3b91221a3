import type { SharePack } from "#lib/cascade/pack-shares.ts";
import { pathToRoot } from "#lib/cascade/path-to-root.ts";
import type { PictureColours } from "../picture-colours.ts";
import { countLabel } from "./count-label.ts";
import { drawLabels, type Label } from "./draw-labels.ts";
import { holdsNumber } from "./holds-number.ts";
import type { Pen } from "./pen.ts";
import { type Plot, toPixels } from "./plot.ts";
import type { Scene, SceneMaker } from "./scene.ts";
import { spanOf } from "./span-of.ts";
import type { ViewProps } from "./view-props.ts";

interface BubblePlan extends Pick<ViewProps, "shares" | "visible" | "collapsed"> {
  readonly parent: Int32Array;
  readonly pack: SharePack;
  readonly slots: Uint8Array;
}

/** A circle is opened when what it holds can be told apart: the radius of one disc, pixels. */
const SMALLEST_DISC = 0.9;
/** A circle of a smaller radius, pixels, is one counted mark. */
const SMALLEST_OPEN = 7;
/** A circle from this radius on, pixels, bears the name of who carried it there. */
const NAME_ROOM = 36;
/** Pixels of a letter of a name. */
const LETTER = 5.8;

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

function drawBubbles(
  pen: Pen,
  plot: Plot,
  { parent, pack, visible, shares, slots }: BubblePlan,
  { closed, counts }: { closed: Int32Array; counts: Int32Array },
  colours: PictureColours,
): void {
  const scale = plot.box.width * plot.view.zoom;
  const named: { share: number; r: number; x: number; y: number }[] = [];
  const numbered: Label[] = [];
  for (let share = 0; share < parent.length; share++) {
    const outer = closed[share] ?? -1;
    if (visible[share] === 0 || (outer !== -1 && outer !== share)) continue;
    const { x, y } = toPixels(plot, pack.x[share] ?? 0, pack.y[share] ?? 0);
    const r = (pack.r[share] ?? 0) * scale;
    if (x + r < 0 || y + r < 0 || x - r > plot.width || y - r > plot.height) continue;
    const colour = colours.channels[slots[share] ?? 0] ?? colours.path;
    pen.fillStyle = colour;
    if (outer === share) drawClosed(pen, { x, y, r, colour }, counts[share] ?? 0, colours);
    else if ((shares.children[share] ?? 0) > 0) {
      drawOpen(pen, { x, y, r, colour });
      const core = toPixels(plot, pack.coreX[share] ?? 0, pack.coreY[share] ?? 0);
      drawDisc(pen, core.x, core.y, Math.max(1, pack.disc * scale));
    } else drawLeaf(pen, { x, y, r: r * 0.9, colour }, colours.surface);
    if (r >= NAME_ROOM) {
      const isClosed = outer === share;
      const core = isClosed ? { x, y } : toPixels(plot, pack.coreX[share] ?? 0, pack.coreY[share] ?? 0);
      const below = isClosed ? 12 : Math.max(1, pack.disc * scale) + 8;
      named.push({ share, r, x: core.x, y: core.y + below });
    } else if (outer === share && !holdsNumber(r, counts[share] ?? 0))
      numbered.push({ text: countLabel(counts[share] ?? 0), x: x + r + 2, y, align: "left" });
  }
  const names = named
    .sort((a, b) => b.r - a.r)
    .map(
      ({ share, r, x, y }): Label => ({
        text: nameWithin(shares.person[share] ?? "", r),
        x,
        y,
        align: "center",
      }),
    );
  drawLabels(pen, plot, [...names, ...numbered], colours);
}

/** A person's alias, cut where a circle of this radius, pixels, would not hold it. */
function nameWithin(person: string, r: number): string {
  const letters = [...person];
  const most = Math.max(4, Math.floor((1.7 * r) / LETTER));
  return letters.length <= most ? person : `${letters.slice(0, most - 1).join("")}…`;
}

interface Bubble {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly colour: string;
}

function drawDisc(pen: Pen, x: number, y: number, r: number): void {
  if (r < 1.6) {
    pen.fillRect(x - r, y - r, 2 * r, 2 * r);
    return;
  }
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.fill();
}

function drawLeaf(pen: Pen, { x, y, r, colour }: Bubble, surface: string): void {
  if (r < 2.5) {
    pen.globalAlpha = 0.6;
    drawDisc(pen, x, y, r);
    pen.globalAlpha = 1;
    return;
  }
  pen.beginPath();
  pen.arc(x, y, r - 0.75, 0, 2 * Math.PI);
  pen.fillStyle = surface;
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = Math.min(1.5, r * 0.3);
  pen.stroke();
}

/** A tint that adds up with the depth, and a line that is seen at every depth. */
function drawOpen(pen: Pen, { x, y, r, colour }: Bubble): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.globalAlpha = 0.09;
  pen.fill();
  pen.globalAlpha = 0.55;
  pen.strokeStyle = colour;
  pen.lineWidth = r > 12 ? 1 : 0.5;
  pen.stroke();
  pen.globalAlpha = 1;
}

function drawClosed(pen: Pen, { x, y, r, colour }: Bubble, count: number, colours: PictureColours): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.globalAlpha = 0.35;
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = colour;
  pen.lineWidth = r < 4 ? 0.75 : 1;
  pen.stroke();
  if (!holdsNumber(r, count)) return;
  const text = countLabel(count);
  pen.fillStyle = colours.path;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, x, y + 0.5);
}
