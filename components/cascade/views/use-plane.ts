import { useCallback, useEffect, useRef, useState } from "react";
import { MOST_ZOOM, type PlaneView } from "#lib/explorer/explorer-state.ts";
import type { Box } from "./plot.ts";

const WHOLE: PlaneView = { zoom: 1, left: 0, top: 0 };
/** Room around a box that is shown, as a part of it. */
const MARGIN = 1.25;

/** Milliseconds after the last move until it is told. */
const SETTLED = 300;

/**
 * What of the plane is in sight, and the ways to move it. Places are parts of what is in sight, 0..1.
 * @param shown what the address says is in sight; null for all
 * @param onSettled told, at rest, what is in sight now
 */
export function usePlane(shown: PlaneView | null, onSettled: (view: PlaneView | null) => void) {
  const [view, setView] = useState(shown ?? WHOLE);
  const told = useRef(shown);
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = view.zoom === 1 ? null : view;
      if (next === told.current) return;
      told.current = next;
      onSettled(next);
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [view, onSettled]);
  useEffect(() => {
    if (shown === told.current) return;
    told.current = shown;
    setView(shown ?? WHOLE);
  }, [shown]);
  const zoomBy = useCallback((factor: number, around: { x: number; y: number } = { x: 0.5, y: 0.5 }) => {
    setView((now) => {
      const zoom = Math.min(MOST_ZOOM, Math.max(1, now.zoom * factor));
      const gain = 1 / now.zoom - 1 / zoom;
      return within({ zoom, left: now.left + around.x * gain, top: now.top + around.y * gain });
    });
  }, []);
  const panBy = useCallback((by: { x: number; y: number }) => {
    setView((now) => within({ ...now, left: now.left - by.x / now.zoom, top: now.top - by.y / now.zoom }));
  }, []);
  const show = useCallback((box: Box) => {
    const zoom = Math.min(
      MOST_ZOOM,
      Math.max(1, 1 / (MARGIN * Math.max(box.width, box.height, 1 / MOST_ZOOM))),
    );
    const half = 0.5 / zoom;
    setView(within({ zoom, left: box.x + box.width / 2 - half, top: box.y + box.height / 2 - half }));
  }, []);
  const reveal = useCallback(({ x, y }: { x: number; y: number }) => {
    setView((now) => {
      const half = 0.5 / now.zoom;
      const isIn = (at: number, from: number) => at >= from + half / 5 && at <= from + 2 * half - half / 5;
      if (isIn(x, now.left) && isIn(y, now.top)) return now;
      return within({ zoom: now.zoom, left: x - half, top: y - half });
    });
  }, []);
  return { view, zoomBy, panBy, show, reveal };
}

function within({ zoom, left, top }: PlaneView): PlaneView {
  const most = 1 - 1 / zoom;
  const inside = (value: number) => Math.min(most, Math.max(0, value));
  return { zoom, left: inside(left), top: inside(top) };
}
