import type { CascadePlot } from "./plot-cascade.ts";

/** Keeps a magnified tree off the labels; what stands at the very edge may reach into the margin when not. */
export function clipToBox(context: CanvasRenderingContext2D, { box, view, width }: CascadePlot): void {
  const overhang = view.zoom === 1 ? 16 : 0;
  context.beginPath();
  context.rect(box.x - overhang, 0, Math.min(width, box.width + 2 * overhang), box.y + box.height);
  context.clip();
}
