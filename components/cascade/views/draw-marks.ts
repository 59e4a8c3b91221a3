import type { Marks } from "#lib/picture/fold-marks.ts";
import type { PictureColours } from "../picture-colours.ts";
import { drawCounted } from "./draw-counted.ts";
import type { Pen } from "./pen.ts";
import type { Plot } from "./plot.ts";

/** Marks in pixels, with what decides their look. */
export interface MarkLook {
  readonly marks: Marks;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  readonly slot: Uint8Array;
  /** 1 where a share led to none. */
  readonly isHollow: Uint8Array;
}

/** A mark of a smaller radius, in pixels, is a square. */
const SMALLEST_CIRCLE = 1.6;

/** Draws marks, or those of them that `isWanted`: discs, hollow discs, counted marks with their number. */
export function drawMarks(
  pen: Pen,
  plot: Plot,
  look: MarkLook,
  colours: PictureColours,
  isWanted: (mark: number) => boolean = () => true,
): void {
  const { marks, x, y, radius, slot } = look;
  // Backwards, so that parents lie over their many children.
  for (let mark = marks.share.length - 1; mark >= 0; mark--) {
    const [left, top, size] = [x[mark] ?? 0, y[mark] ?? 0, radius[mark] ?? 1];
    if (left < -size || top < -size || left > plot.width + size || top > plot.height + size) continue;
    if (!isWanted(mark)) continue;
    const colour = colours.channels[slot[mark] ?? 0] ?? colours.path;
    pen.fillStyle = colour;
    if (marks.isFold[mark] === 1)
      drawCounted(pen, { x: left, y: top, r: size, colour }, marks.count[mark] ?? 0, colours);
    else if (size < SMALLEST_CIRCLE) pen.fillRect(left - size, top - size, 2 * size, 2 * size);
    else drawDisc(pen, { left, top, size, colour }, look.isHollow[mark] === 1, colours.surface);
  }
}

function drawDisc(
  pen: Pen,
  { left, top, size, colour }: { left: number; top: number; size: number; colour: string },
  isHollow: boolean,
  surface: string,
): void {
  pen.beginPath();
  pen.arc(left, top, isHollow ? Math.max(1, size - 0.75) : size, 0, 2 * Math.PI);
  if (isHollow) {
    pen.fillStyle = surface;
    pen.strokeStyle = colour;
    pen.lineWidth = Math.min(1.5, size * 0.6);
    pen.fill();
    pen.stroke();
    return;
  }
  pen.fill();
}
