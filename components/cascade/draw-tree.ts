import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { clipToBox } from "./clip-to-box.ts";
import type { PictureColours } from "./picture-colours.ts";
import type { CascadePlot } from "./plot-cascade.ts";

/** Above this many marks a line is one device pixel and a dashed one has a single gap: both draw fast. */
const MANY = 3000;
/** Up to this many, lines have their full colour; beyond, they fade so that crowds stay shaded, not solid. */
const FEW = 2000;
const FAINTEST = 0.2;
/** A mark of a smaller radius, in pixels, is a square. */
const SMALLEST_CIRCLE = 1.5;

/** Draws the links, each kind as one path, and the marks over them, colour by colour. */
export function drawTree(
  context: CanvasRenderingContext2D,
  plot: CascadePlot,
  shares: CascadeShares,
  colours: PictureColours,
): void {
  context.save();
  clipToBox(context, plot);
  drawEdges(context, plot, shares, colours);
  const last = colours.channels.length - 1;
  for (const [slot, colour] of colours.channels.entries()) {
    if (slot >= shares.channels.length) break;
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.lineWidth = 1.5;
    drawMarks(context, plot, shares, (channel) => Math.min(channel, last) === slot, colours.surface);
  }
  context.restore();
}

function drawEdges(
  context: CanvasRenderingContext2D,
  { x, y, view }: CascadePlot,
  { parent, evidence }: CascadeShares,
  colours: PictureColours,
): void {
  const isMany = parent.length > MANY;
  context.strokeStyle = colours.edge;
  context.lineWidth = isMany ? 1 / Math.max(1, context.getTransform().a) : 1.25;
  context.globalAlpha = Math.min(1, Math.max(FAINTEST, view.zoom * Math.sqrt(FEW / parent.length)));
  context.beginPath();
  for (let node = 1; node < parent.length; node++) {
    const above = parent[node] ?? -1;
    if (above === -1) continue;
    const from = { x: x[above] ?? 0, y: y[above] ?? 0 };
    const to = { x: x[node] ?? 0, y: y[node] ?? 0 };
    addLine(context, from, to, evidence[node] === "touch" ? (isMany ? 2 : 0) : 1);
  }
  context.stroke();
  context.globalAlpha = 1;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Adds a line in `pieces` dashes; 0 chooses as many as its length asks for. */
function addLine(context: CanvasRenderingContext2D, from: Point, to: Point, pieces: number): void {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const dashes = pieces === 0 ? Math.max(2, Math.min(60, Math.round(Math.hypot(dx, dy) / 8))) : pieces;
  const steps = 2 * dashes - 1;
  for (let step = 0; step < steps; step += 2) {
    context.moveTo(from.x + (dx * step) / steps, from.y + (dy * step) / steps);
    context.lineTo(from.x + (dx * (step + 1)) / steps, from.y + (dy * (step + 1)) / steps);
  }
}

function drawMarks(
  context: CanvasRenderingContext2D,
  { x, y, radius, box }: CascadePlot,
  { channel, children }: CascadeShares,
  isWanted: (channel: number) => boolean,
  surface: string,
): void {
  // Backwards, so that parents lie over their many children.
  for (let node = channel.length - 1; node >= 0; node--) {
    if (!isWanted(channel[node] ?? 0)) continue;
    const left = x[node] ?? 0;
    const top = y[node] ?? 0;
    const size = radius[node] ?? 1;
    if (top < box.y - size || top > box.y + box.height + size) continue;
    if (size < SMALLEST_CIRCLE) context.fillRect(left - size, top - size, 2 * size, 2 * size);
    else drawCircle(context, left, top, size, children[node] === 0 ? surface : null);
  }
}

/** A disc; hollow when a colour is given for its inside. */
function drawCircle(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  inside: string | null,
): void {
  context.beginPath();
  context.arc(x, y, inside === null ? radius : Math.max(1, radius - 0.75), 0, 2 * Math.PI);
  if (inside === null) {
    context.fill();
    return;
  }
  const { fillStyle } = context;
  context.fillStyle = inside;
  context.fill();
  context.fillStyle = fillStyle;
  context.stroke();
}
