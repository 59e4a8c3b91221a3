import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { Plot } from "./plot.ts";

/** Pixels that a press may wander and still be a click. */
const STILL = 4;

interface Place {
  readonly x: number;
  readonly y: number;
}

interface PlaneActions {
  readonly onPoint: (at: Place | null) => void;
  readonly onClick: (at: Place) => void;
  readonly onZoom: (factor: number, around: Place) => void;
  readonly onPan: (by: Place) => void;
}

/** Pointing, clicking, dragging a magnified plane, pinching it, and the wheel with Ctrl. */
export function usePlanePointer(
  canvas: RefObject<HTMLCanvasElement | null>,
  plot: Plot,
  { onPoint, onClick, onZoom, onPan }: PlaneActions,
) {
  const held = useRef(new Map<number, Place>());
  const wandered = useRef(0);
  const part = ({ x, y }: Place) => ({
    x: (x - plot.box.x) / plot.box.width,
    y: (y - plot.box.y) / plot.box.height,
  });
  useWheel(canvas, (factor, at) => onZoom(factor, part(at)));
  const release = (event: PointerEvent) => void held.current.delete(event.pointerId);
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      if (held.current.size === 0) wandered.current = 0;
      held.current.set(event.pointerId, placeOf(event));
      if (plot.view.zoom > 1) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const before = held.current.get(event.pointerId);
      const now = placeOf(event);
      if (before === undefined) return onPoint(now);
      held.current.set(event.pointerId, now);
      wandered.current += Math.hypot(now.x - before.x, now.y - before.y);
      const [other] = [...held.current].filter(([id]) => id !== event.pointerId);
      if (other !== undefined)
        return onZoom(distance(now, other[1]) / distance(before, other[1]), part(other[1]));
      if (plot.view.zoom === 1 || wandered.current <= STILL) return;
      onPoint(null);
      onPan({ x: (now.x - before.x) / plot.box.width, y: (now.y - before.y) / plot.box.height });
    },
    onPointerUp(event: PointerEvent) {
      if (held.current.size === 1 && wandered.current <= STILL) onClick(placeOf(event));
      release(event);
    },
    onPointerCancel: release,
    onPointerLeave(event: PointerEvent) {
      release(event);
      onPoint(null);
    },
  };
}

function distance(a: Place, b: Place): number {
  return Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
}

function placeOf({ nativeEvent }: { nativeEvent: MouseEvent }): Place {
  return { x: nativeEvent.offsetX, y: nativeEvent.offsetY };
}

/** React listens to the wheel passively, so the page would zoom along: the listener is added by hand. */
function useWheel(
  canvas: RefObject<HTMLCanvasElement | null>,
  onZoom: (factor: number, at: Place) => void,
): void {
  const latest = useRef(onZoom);
  useEffect(() => {
    latest.current = onZoom;
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const zoom = (event: WheelEvent) => {
      // A pinch on a touchpad arrives as a wheel with Ctrl; the bare wheel scrolls the page.
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current(Math.exp(-event.deltaY / 200), placeOf({ nativeEvent: event }));
    };
    element.addEventListener("wheel", zoom, { passive: false });
    return () => element.removeEventListener("wheel", zoom);
  }, [canvas]);
}
