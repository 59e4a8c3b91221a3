import { type KeyboardEvent, type RefObject, useState } from "react";
import type { TreeStep } from "#lib/explorer/step-in-tree.ts";
import type { Box, Plot } from "./plot.ts";
import type { Hit, Scene } from "./scene.ts";
import { stepAmongVisible } from "./step-among-visible.ts";
import type { usePlane } from "./use-plane.ts";
import { usePlanePointer } from "./use-plane-pointer.ts";
import { foldStep } from "./use-scene.ts";
import type { ViewProps } from "./view-props.ts";

const STEPS: Readonly<Record<string, TreeStep>> = {
  ArrowUp: "parent",
  ArrowDown: "firstChild",
  ArrowLeft: "previousSibling",
  ArrowRight: "nextSibling",
};
/** Counted marks of more shares than this are opened by magnifying alone. */
const MOST_OPENED = 2000;

interface OnStage {
  readonly props: ViewProps;
  readonly parent: Int32Array;
  readonly scene: Scene;
  readonly plot: Plot;
  readonly plane: ReturnType<typeof usePlane>;
}

/** What the pointer and the keys do to a picture, and what the pointer is at. */
export function useStageActions(
  canvas: RefObject<HTMLCanvasElement | null>,
  { props, parent, scene, plot, plane }: OnStage,
) {
  const { hovered, selected } = props;
  const { view, zoomBy, panBy, show, reveal } = plane;
  const [pointed, setPointed] = useState<Hit | null>(null);

  function showAll() {
    props.onOpen(null);
    show(boxOf(scene, props.visible));
  }
  function onPoint(at: { x: number; y: number } | null) {
    const hit = at === null ? null : scene.hit(plot, at.x, at.y);
    setPointed(hit);
    const share = hit?.kind === "share" ? hit.share : null;
    if (share !== hovered) props.onHover(share);
  }
  function onClick(at: { x: number; y: number }) {
    const hit = scene.hit(plot, at.x, at.y);
    if (hit?.kind !== "fold")
      return props.onSelect(hit === null || hit.share === selected ? null : hit.share);
    setPointed(null);
    if (props.collapsed.has(hit.parent)) return props.onToggle(hit.parent);
    const members = scene.membersOf(hit.share);
    if (members.shares.length <= MOST_OPENED) props.onOpen({ share: hit.share, step: foldStep(view.zoom) });
    show(members.box);
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = selected === null ? 0 : stepAmongVisible(parent, props.visible, selected, step);
      props.onSelect(next);
      reveal(scene.placeOf(next));
    } else if (event.key === "Enter" && selected !== null) props.onToggle(selected);
    else if (event.key === "+" || event.key === "=") zoomBy(1.5);
    else if (event.key === "-") zoomBy(1 / 1.5);
    else if (event.key === "0") showAll();
    else return;
    event.preventDefault();
  }

  const pointer = usePlanePointer(canvas, plot, { onPoint, onClick, onZoom: zoomBy, onPan: panBy });
  return { pointed, showAll, handlers: { ...pointer, onKeyDown } };
}

/** The part of the plane that the visible shares take. */
function boxOf(scene: Scene, visible: Uint8Array): Box {
  let [left, top, right, bottom] = [1, 1, 0, 0];
  visible.forEach((one, share) => {
    if (one === 0) return;
    const { x, y } = scene.placeOf(share);
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  });
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
