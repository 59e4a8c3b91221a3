import type { PlaneView } from "#lib/explorer/explorer-state.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A plane on a canvas, in CSS pixels. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** The box inside the labels. */
  readonly box: Box;
  readonly view: PlaneView;
}

/** How a plane lies on a canvas of any width. */
export interface PlotShape {
  readonly margin: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  /** Height for a width, pixels. */
  readonly heightFor: (width: number) => number;
  /** Whether the plane is a square in the middle. */
  readonly isSquare: boolean;
}

/** The plane on a canvas of a width. */
export function plotOf({ margin, heightFor, isSquare }: PlotShape, width: number, view: PlaneView): Plot {
  const height = heightFor(width);
  const across = Math.max(1, width - margin.left - margin.right);
  const down = Math.max(1, height - margin.top - margin.bottom);
  if (!isSquare)
    return { width, height, view, box: { x: margin.left, y: margin.top, width: across, height: down } };
  const side = Math.min(across, down);
  const corner = { x: (width - side) / 2, y: margin.top + (down - side) / 2 };
  return { width, height, view, box: { ...corner, width: side, height: side } };
}

export function toPixels({ box, view }: Plot, x: number, y: number): { x: number; y: number } {
  return {
    x: box.x + (x - view.left) * box.width * view.zoom,
    y: box.y + (y - view.top) * box.height * view.zoom,
  };
}
