import { useState } from "react";
import type { PictureView } from "./plot-cascade.ts";

const WHOLE: PictureView = { zoom: 1, left: 0, top: 0 };
const MOST = 64;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Magnification of the picture: `zoomBy` keeps a place (0..1 of what is in sight) where it is. */
export function usePictureView() {
  const [view, setView] = useState(WHOLE);
  return {
    view,
    zoomBy(factor: number, around: Place = { x: 0.5, y: 0.5 }) {
      setView((now) => {
        const zoom = Math.min(MOST, Math.max(1, now.zoom * factor));
        const gain = 1 / now.zoom - 1 / zoom;
        return within({ zoom, left: now.left + around.x * gain, top: now.top + around.y * gain });
      });
    },
    /** Moves the picture by parts of what is in sight. */
    panBy({ x, y }: Place) {
      setView((now) => within({ ...now, left: now.left - x / now.zoom, top: now.top - y / now.zoom }));
    },
    reset: () => setView(WHOLE),
  };
}

function within({ zoom, left, top }: PictureView): PictureView {
  const most = 1 - 1 / zoom;
  const inside = (value: number) => Math.min(most, Math.max(0, value));
  return { zoom, left: inside(left), top: inside(top) };
}
