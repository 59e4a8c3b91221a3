import type { TimeTick } from "#lib/picture/time-ticks.ts";
import type { PictureColours } from "../picture-colours.ts";
import type { Pen } from "./pen.ts";
import { type Plot, toPixels } from "./plot.ts";

const LABEL_HEIGHT = 14;

/** Draws the generations as bands with their numbers, and the time axis, both behind the tree. */
export function drawTimeFrame(
  pen: Pen,
  plot: Plot,
  edges: Float64Array,
  ticks: readonly (TimeTick & { readonly label: string })[],
  colours: PictureColours,
): void {
  drawBands(pen, plot, edges, colours);
  const { box } = plot;
  const bottom = box.y + box.height;
  pen.fillStyle = colours.text;
  pen.strokeStyle = colours.band;
  pen.lineWidth = 1;
  pen.textAlign = "center";
  pen.textBaseline = "top";
  pen.beginPath();
  for (const { x, label } of ticks) {
    const at = toPixels(plot, x, 0).x;
    if (at < box.x - 1 || at > box.x + box.width + 1) continue;
    pen.moveTo(Math.round(at) + 0.5, box.y);
    pen.lineTo(Math.round(at) + 0.5, bottom + 4);
    pen.fillText(label, Math.min(at, box.x + box.width - 8), bottom + 9);
  }
  pen.moveTo(box.x, bottom + 0.5);
  pen.lineTo(box.x + box.width, bottom + 0.5);
  pen.stroke();
}

function drawBands(pen: Pen, plot: Plot, edges: Float64Array, colours: PictureColours): void {
  const { box } = plot;
  let lastLabel = Number.NEGATIVE_INFINITY;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  for (let generation = 0; generation + 1 < edges.length; generation++) {
    const top = Math.max(box.y, toPixels(plot, 0, edges[generation] ?? 0).y);
    const bottom = Math.min(box.y + box.height, toPixels(plot, 0, edges[generation + 1] ?? 1).y);
    if (bottom <= top) continue;
    if (generation % 2 === 1) {
      pen.fillStyle = colours.band;
      pen.globalAlpha = 0.45;
      pen.fillRect(box.x, top, box.width, bottom - top);
      pen.globalAlpha = 1;
    }
    const middle = (top + bottom) / 2;
    if (middle - lastLabel < LABEL_HEIGHT) continue;
    lastLabel = middle;
    pen.fillStyle = colours.text;
    pen.fillText(String(generation), box.x - 22, middle);
  }
}
