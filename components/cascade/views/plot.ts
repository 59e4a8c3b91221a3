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

export function toPixels({ box, view }: Plot, x: number, y: number): { x: number; y: number } {
  return {
    x: box.x + (x - view.left) * box.width * view.zoom,
    y: box.y + (y - view.top) * box.height * view.zoom,
  };
}
