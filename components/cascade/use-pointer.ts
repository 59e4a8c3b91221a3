import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { nearestMark } from "#lib/cascade/nearest-mark.ts";
import type { CascadePlot } from "./plot-cascade.ts";

/** Pixels around the pointer in which a mark is taken. */
const REACH = 12;
/** Pixels that a press may wander and still be a click. */
const STILL = 4;

interface Place {
  readonly x: number;
  readonly y: number;
}

interface PointerActions {
  readonly onHover: (share: number) => void;
  readonly onPin: (share: number) => void;
  readonly onZoom: (factor: number, around: Place) => void;
  readonly onPan: (by: Place) => void;
}

/** Pointing lights a mark, a click holds it, dragging moves a magnified picture, Ctrl with the wheel magnifies. */
export function usePointer(
  canvas: RefObject<HTMLCanvasElement | null>,
  plot: CascadePlot,
  { onHover, onPin, onZoom, onPan }: PointerActions,
) {
  const press = useRef<(Place & { wandered: number }) | null>(null);
  useWheel(canvas, plot, onZoom);
  const markAt = (event: PointerEvent) => nearestMark(plot.x, plot.y, placeOf(event), REACH);
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      press.current = { ...placeOf(event), wandered: 0 };
      if (plot.view.zoom > 1) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const held = press.current;
      if (held === null || plot.view.zoom === 1) return onHover(markAt(event));
      const now = placeOf(event);
      const by = { x: now.x - held.x, y: now.y - held.y };
      press.current = { ...now, wandered: held.wandered + Math.hypot(by.x, by.y) };
      onHover(-1);
      onPan({ x: by.x / plot.box.width, y: by.y / plot.box.height });
    },
    onPointerUp(event: PointerEvent) {
      if (press.current !== null && press.current.wandered <= STILL) onPin(markAt(event));
      press.current = null;
    },
    onPointerCancel() {
      press.current = null;
    },
    onPointerLeave() {
      press.current = null;
      onHover(-1);
    },
  };
}

function placeOf({ nativeEvent }: { nativeEvent: MouseEvent }): Place {
  return { x: nativeEvent.offsetX, y: nativeEvent.offsetY };
}

/** React listens to the wheel passively, so the page would zoom along: the listener is added by hand. */
function useWheel(
  canvas: RefObject<HTMLCanvasElement | null>,
  plot: CascadePlot,
  onZoom: PointerActions["onZoom"],
): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const zoom = (event: WheelEvent) => {
      // A pinch on a touchpad arrives as a wheel with Ctrl; the bare wheel scrolls the page.
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { x, y } = placeOf({ nativeEvent: event });
      const around = { x: (x - plot.box.x) / plot.box.width, y: (y - plot.box.y) / plot.box.height };
      onZoom(Math.exp(-event.deltaY / 200), around);
    };
    element.addEventListener("wheel", zoom, { passive: false });
    return () => element.removeEventListener("wheel", zoom);
  }, [canvas, plot, onZoom]);
}
