import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";

/** How far the picture is magnified (1 and up), and the part of its left and top that is out of sight, 0..1. */
export interface PictureView {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

/** A cascade in CSS pixels. */
export interface CascadePlot {
  readonly width: number;
  readonly height: number;
  /** The box inside the labels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly view: PictureView;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  readonly generations: number;
  /** Borders of the generations' bands, 0..1. */
  readonly edges: Float64Array;
}

const MARGIN = { start: 44, top: 8, end: 18, bottom: 26 };
const LARGEST_RADIUS = 14;

/** Scales places in 0..1 to pixels and sizes the marks: area by descendants, but never too small to see. */
export function plotCascade(
  places: { readonly x: Float64Array; readonly y: Float64Array; readonly edges: Float64Array },
  shares: CascadeShares,
  size: { readonly width: number; readonly height: number },
  view: PictureView,
): CascadePlot {
  const box = {
    x: MARGIN.start,
    y: MARGIN.top,
    width: Math.max(1, size.width - MARGIN.start - MARGIN.end),
    height: Math.max(1, size.height - MARGIN.top - MARGIN.bottom),
  };
  const generations = (shares.depth.at(-1) ?? 0) + 1;
  const across = box.width * view.zoom;
  const down = box.height * view.zoom;
  const largest = Math.max(3, Math.min(LARGEST_RADIUS, (0.4 * down) / generations));
  const smallest = Math.min(4, Math.max(1, 60 / Math.sqrt(places.x.length))) * Math.min(2, view.zoom ** 0.25);
  const most = (shares.descendants[0] ?? 0) + 1;
  return {
    ...size,
    box,
    view,
    generations,
    edges: places.edges,
    x: Float32Array.from(places.x, (x) => box.x + (x - view.left) * across),
    y: Float32Array.from(places.y, (y) => box.y + (y - view.top) * down),
    radius: Float32Array.from(shares.descendants, (below) =>
      Math.max(smallest, largest * Math.sqrt((below + 1) / most)),
    ),
  };
}
