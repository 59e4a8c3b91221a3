/** What of the plane 0..1 × 0..1 is in sight: magnified `zoom` times, the part left and above cut off. */
export interface PlaneView {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

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
