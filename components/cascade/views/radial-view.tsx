"use client";

import { useMemo } from "react";
import { layOutRadially } from "#lib/picture/lay-out-radially.ts";
import type { PictureColours } from "../picture-colours.ts";
import { drawLabels, type Label } from "./draw-labels.ts";
import type { Pen } from "./pen.ts";
import { type Plot, toPixels } from "./plot.ts";
import { Stage } from "./stage.tsx";
import { treeScene } from "./tree-scene.ts";
import { useTree } from "./use-tree.ts";
import type { ViewProps } from "./view-props.ts";

const MARGIN = { left: 14, top: 14, right: 14, bottom: 14 };
const HIGHEST = 760;

/** The root in the middle, each generation on a ring around it. */
export function RadialView(props: ViewProps) {
  const { shares, visible, collapsed } = props;
  const { nodes, layout, slots } = useTree(props);
  const { order } = layout;
  const places = useMemo(() => ({ ...layOutRadially(nodes, order), order }), [nodes, order]);
  const rings = layout.edges.length - 2;
  const make = useMemo(
    () =>
      treeScene({
        props: { shares, visible, collapsed },
        parent: nodes.parent,
        layout: places,
        slots,
        shape: "straight",
        room: (height) => Math.max(5, (0.2 * height) / (rings + 1)),
        drawBack: (pen, plot, colours) => drawRings(pen, plot, rings, colours),
      }),
    [shares, visible, collapsed, nodes, places, slots, rings],
  );
  return (
    <Stage
      props={props}
      make={make}
      parent={nodes.parent}
      slots={slots}
      hasLinks
      margin={MARGIN}
      heightFor={squareHeight}
      isSquare
    />
  );
}

function squareHeight(width: number): number {
  return Math.min(HIGHEST, Math.max(280, width));
}

function drawRings(pen: Pen, plot: Plot, rings: number, colours: PictureColours): void {
  const { x, y } = toPixels(plot, 0.5, 0.5);
  const step = (plot.box.width * plot.view.zoom) / (2 * (rings + 0.5));
  const every = Math.max(1, Math.ceil(12 / step));
  pen.strokeStyle = colours.band;
  pen.lineWidth = 1;
  for (let ring = every; ring <= rings; ring += every) {
    pen.beginPath();
    pen.arc(x, y, ring * step, 0, 2 * Math.PI);
    pen.stroke();
  }
  const labels: Label[] = [];
  for (let ring = every; ring <= rings; ring += every)
    labels.push({ text: String(ring), x, y: y - ring * step, align: "center" });
  drawLabels(pen, plot, labels, { ...colours, path: colours.text });
}
