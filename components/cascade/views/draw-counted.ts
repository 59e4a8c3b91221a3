import type { PictureColours } from "../picture-colours.ts";
import { countLabel } from "./count-label.ts";
import { holdsNumber } from "./holds-number.ts";
import type { Pen } from "./pen.ts";

/** Where a counted mark stands, pixels. */
interface CountedMark {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly colour: string;
}

/** Draws a mark that stands for many shares: a tinted disc, with their number where it has room. */
export function drawCounted(
  pen: Pen,
  { x, y, r, colour }: CountedMark,
  count: number,
  colours: PictureColours,
): void {
  const fade = pen.globalAlpha;
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.globalAlpha = 0.3 * fade;
  pen.fill();
  pen.globalAlpha = fade;
  pen.strokeStyle = colour;
  pen.lineWidth = r < 4 ? 0.75 : 1;
  pen.stroke();
  if (!holdsNumber(r, count)) return;
  pen.fillStyle = colours.path;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(countLabel(count), x, y + 0.5);
}
