"use client";

import { useMemo } from "react";
import { packShares } from "#lib/explorer/files/pack-shares.ts";
import { bubbleScene } from "./bubble-scene.ts";
import { Stage } from "./stage.tsx";
import { useTree } from "./use-tree.ts";
import type { ViewProps } from "./view-props.ts";

const MARGIN = { left: 8, top: 8, right: 8, bottom: 8 };
const HIGHEST = 760;

/** Nested circles: whoever was passed on by someone stands inside that one's circle. */
export function BubbleView(props: ViewProps) {
  const { shares, visible, collapsed } = props;
  const { nodes, slots } = useTree(props);
  const pack = useMemo(() => packShares(nodes.parent), [nodes]);
  const make = useMemo(
    () => bubbleScene({ shares, visible, collapsed, parent: nodes.parent, pack, slots }),
    [shares, visible, collapsed, nodes, pack, slots],
  );
  return (
    <Stage
      props={props}
      make={make}
      parent={nodes.parent}
      slots={slots}
      hasLinks={false}
      margin={MARGIN}
      heightFor={squareHeight}
      isSquare
    />
  );
}

function squareHeight(width: number): number {
  return Math.min(HIGHEST, Math.max(280, width));
}
