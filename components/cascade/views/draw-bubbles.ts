import type { SharePack } from "#lib/explorer/files/pack-shares.ts";
import type { PictureColours } from "../picture-colours.ts";
import { countLabel } from "./count-label.ts";
import { drawCounted } from "./draw-counted.ts";
import { drawLabels, type Label } from "./draw-labels.ts";
import { holdsNumber } from "./holds-number.ts";
import type { Pen } from "./pen.ts";
import { type Plot, toPixels } from "./plot.ts";
import type { ViewProps } from "./view-props.ts";

export interface BubblePlan extends Pick<ViewProps, "shares" | "visible" | "collapsed"> {
  readonly parent: Int32Array;
  readonly pack: SharePack;
  readonly slots: Uint8Array;
}

/** A circle from this radius on, pixels, bears the name of who carried it there. */
const NAME_ROOM = 36;
/** Pixels of a letter of a name. */
const LETTER = 5.8;

/**
 * Draws the circles of a cascade, with the names of those who carried it where they find room.
 * @param folds for every share the closed circle it is in, or -1, and at each closed circle how many it holds
 */
export function drawBubbles(
  pen: Pen,
  plot: Plot,
  { parent, pack, visible, shares, slots }: BubblePlan,
  folds: { readonly closed: Int32Array; readonly counts: Int32Array },
  colours: PictureColours,
): void {
  const { closed, counts } = folds;
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
    if (outer === share) drawCounted(pen, { x, y, r, colour }, counts[share] ?? 0, colours);
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
