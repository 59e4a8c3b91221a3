import { type PointerEvent, type RefObject, useState } from "react";

/** Steps from and (excluded) until. */
export type Span = readonly [number, number];

/** What a press on the track took hold of: an end of the brush, all of it, or a new one's first step. */
type Grip =
  | { readonly part: "from" | "until" }
  | { readonly part: "all"; readonly at: number; readonly span: Span }
  | { readonly part: "new"; readonly at: number };

/** Pixels within which a press takes hold of an end of the brush. */
const NEAR = 8;

/** What the pointer does to a brush on a track of so many steps: draws it anew, moves it, moves one of its ends. */
export function useBrush(
  track: RefObject<HTMLElement | null>,
  { span, steps, onSpan }: { span: Span; steps: number; onSpan: (span: Span) => void },
) {
  const [grip, setGrip] = useState<Grip | null>(null);

  function stepAt({ clientX }: PointerEvent): number {
    const box = track.current?.getBoundingClientRect();
    const x = box === undefined ? 0 : (clientX - box.left) / box.width;
    return Math.max(0, Math.min(steps - 1, Math.floor(x * steps)));
  }
  function gripAt(event: PointerEvent): Grip {
    const at = stepAt(event);
    const box = track.current?.getBoundingClientRect();
    const isNear = (end: number) =>
      box !== undefined && Math.abs(event.clientX - box.left - (box.width * end) / steps) <= NEAR;
    if (isNear(span[1]) && span[1] < steps) return { part: "until" };
    if (isNear(span[0]) && span[0] > 0) return { part: "from" };
    const isBrushed = span[0] > 0 || span[1] < steps;
    return isBrushed && at >= span[0] && at < span[1] ? { part: "all", at, span } : { part: "new", at };
  }

  return {
    onPointerDown(event: PointerEvent) {
      event.currentTarget.setPointerCapture(event.pointerId);
      setGrip(gripAt(event));
    },
    onPointerMove(event: PointerEvent) {
      if (grip !== null) onSpan(moved(grip, stepAt(event), span, steps));
    },
    onPointerUp: () => setGrip(null),
    onPointerCancel: () => setGrip(null),
  };
}

/** Where the brush is after its grip was drawn to a step. */
function moved(grip: Grip, here: number, span: Span, steps: number): Span {
  if (grip.part === "all") {
    const [from, until] = grip.span;
    const by = Math.max(-from, Math.min(steps - until, here - grip.at));
    return [from + by, until + by];
  }
  if (grip.part === "new") return [Math.min(grip.at, here), Math.max(grip.at, here) + 1];
  if (grip.part === "from") return [Math.min(here, span[1] - 1), span[1]];
  return [span[0], Math.max(here + 1, span[0] + 1)];
}
