import { pathToRoot } from "#lib/cascade/path-to-root.ts";
import type { Marks } from "#lib/picture/fold-marks.ts";
import type { PictureColours } from "../picture-colours.ts";
import type { MarkLook } from "./draw-marks.ts";
import type { Pen } from "./pen.ts";
import type { Focus } from "./scene.ts";

/** The branches that stand out: the one under the pointer, else the two that are compared. */
export function litBranches({ active, isHovered, compared, selected }: Focus): number[] {
  if (isHovered && active !== null) return active === 0 ? [] : [active];
  return compared === null || selected === null || compared === selected ? [] : [compared, selected];
}

/** 1 at the marks of shares and at all below them. */
export function marksBelow(marks: Marks, shares: readonly number[]): Uint8Array {
  const below = new Uint8Array(marks.share.length);
  const starts = new Set(shares.map((share) => marks.markOf[share] ?? -1));
  for (let mark = 0; mark < below.length; mark++) {
    if (starts.has(mark) || below[marks.above[mark] ?? -1] === 1) below[mark] = 1;
  }
  return below;
}

/** Draws rings around what the search finds, and the ways from the shares in focus to the root. */
export function drawLit(
  pen: Pen,
  look: MarkLook,
  parent: Int32Array,
  { active, compared, selected, found }: Focus,
  colours: PictureColours,
): void {
  drawFound(pen, look, found, colours);
  if (compared !== null) drawWay(pen, look, parent, compared, colours, colours.compared);
  if (active !== null) drawWay(pen, look, parent, active, colours, colours.path);
  if (selected !== null && selected !== active) drawWay(pen, look, parent, selected, colours, colours.path);
}

/** Rings around the marks of what the search finds. */
function drawFound(pen: Pen, look: MarkLook, found: readonly number[], colours: PictureColours): void {
  const { marks, x, y, radius } = look;
  pen.strokeStyle = colours.found;
  pen.lineWidth = 2;
  for (const mark of new Set(found.map((share) => marks.markOf[share] ?? -1))) {
    if (mark < 0) continue;
    pen.beginPath();
    pen.arc(x[mark] ?? 0, y[mark] ?? 0, Math.max(4, (radius[mark] ?? 0) + 2.5), 0, 2 * Math.PI);
    pen.stroke();
  }
}

/** The way from a share to the root, and a ring around the share. */
function drawWay(
  pen: Pen,
  look: MarkLook,
  parent: Int32Array,
  share: number,
  colours: PictureColours,
  colour: string,
): void {
  const { marks, x, y, radius, slot } = look;
  const way = [...new Set(pathToRoot(parent, share).map((step) => marks.markOf[step] ?? -1))].filter(
    (m) => m >= 0,
  );
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.beginPath();
  way.forEach((mark, step) => {
    if (step === 0) pen.moveTo(x[mark] ?? 0, y[mark] ?? 0);
    else pen.lineTo(x[mark] ?? 0, y[mark] ?? 0);
  });
  pen.stroke();
  for (const [step, mark] of way.entries()) {
    const size = Math.max(3.5, radius[mark] ?? 0);
    pen.fillStyle = colours.channels[slot[mark] ?? 0] ?? colour;
    pen.beginPath();
    pen.arc(x[mark] ?? 0, y[mark] ?? 0, size, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    if (step > 0) continue;
    pen.beginPath();
    pen.arc(x[mark] ?? 0, y[mark] ?? 0, size + 4, 0, 2 * Math.PI);
    pen.stroke();
  }
}
