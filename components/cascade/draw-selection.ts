import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { pathToRoot } from "#lib/cascade/path-to-root.ts";
import { clipToBox } from "./clip-to-box.ts";
import type { PictureColours } from "./picture-colours.ts";
import type { CascadePlot } from "./plot-cascade.ts";

/** Lights the way from a share up to the root; -1 draws nothing. */
export function drawSelection(
  context: CanvasRenderingContext2D,
  plot: CascadePlot,
  shares: CascadeShares,
  selected: number,
  colours: PictureColours,
): void {
  if (selected === -1) return;
  const path = pathToRoot(shares.parent, selected);
  context.save();
  clipToBox(context, plot);
  context.strokeStyle = colours.path;
  context.lineWidth = 2;
  context.beginPath();
  for (const node of path) context.lineTo(plot.x[node] ?? 0, plot.y[node] ?? 0);
  context.stroke();
  const last = colours.channels.length - 1;
  for (const node of path) {
    context.fillStyle = colours.channels[Math.min(shares.channel[node] ?? 0, last)] ?? colours.path;
    context.beginPath();
    context.arc(plot.x[node] ?? 0, plot.y[node] ?? 0, Math.max(3.5, plot.radius[node] ?? 0), 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.beginPath();
  const ring = Math.max(3.5, plot.radius[selected] ?? 0) + 4;
  context.arc(plot.x[selected] ?? 0, plot.y[selected] ?? 0, ring, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}
