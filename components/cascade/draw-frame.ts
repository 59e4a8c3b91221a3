import type { TimeTick } from "#lib/cascade/time-ticks.ts";
import type { PictureColours } from "./picture-colours.ts";
import type { CascadePlot } from "./plot-cascade.ts";

const LABEL_HEIGHT = 14;

/** Draws the lines and numbers of the generations and the time axis, both behind the tree. */
export function drawFrame(
  context: CanvasRenderingContext2D,
  plot: CascadePlot,
  ticks: readonly (TimeTick & { readonly label: string })[],
  colours: PictureColours,
): void {
  context.lineWidth = 1;
  context.strokeStyle = colours.band;
  context.fillStyle = colours.text;
  context.font = `11px ${getComputedStyle(context.canvas).fontFamily}`;
  drawBands(context, plot);
  drawTicks(context, plot, ticks);
}

function drawBands(context: CanvasRenderingContext2D, { box, view, generations, edges }: CascadePlot): void {
  const down = box.height * view.zoom;
  let lastLabel = Number.NEGATIVE_INFINITY;
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.beginPath();
  for (let generation = 0; generation < generations; generation++) {
    const top = box.y + ((edges[generation] ?? 0) - view.top) * down;
    const middle = (top + box.y + ((edges[generation + 1] ?? 1) - view.top) * down) / 2;
    if (middle > box.y && middle < box.y + box.height && middle - lastLabel >= LABEL_HEIGHT) {
      context.fillText(String(generation), box.x - 20, middle);
      lastLabel = middle;
    }
    if (generation === 0 || top < box.y || top > box.y + box.height) continue;
    context.moveTo(box.x, Math.round(top) + 0.5);
    context.lineTo(box.x + box.width, Math.round(top) + 0.5);
  }
  context.stroke();
}

function drawTicks(
  context: CanvasRenderingContext2D,
  { box, view, width }: CascadePlot,
  ticks: readonly (TimeTick & { readonly label: string })[],
): void {
  const bottom = box.y + box.height;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.beginPath();
  context.moveTo(box.x, bottom + 0.5);
  context.lineTo(box.x + box.width, bottom + 0.5);
  for (const { x, label } of ticks) {
    const at = box.x + (x - view.left) * box.width * view.zoom;
    if (at < box.x - 1 || at > box.x + box.width + 1) continue;
    context.moveTo(Math.round(at) + 0.5, bottom);
    context.lineTo(Math.round(at) + 0.5, bottom + 5);
    const half = context.measureText(label).width / 2;
    context.fillText(label, Math.min(Math.max(at, half + 2), width - half - 2), bottom + 9);
  }
  context.stroke();
}
