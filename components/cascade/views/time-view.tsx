"use client";

import { useCallback, useMemo } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { formatRoundDuration } from "#lib/format/format-round-duration.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { timeTicks } from "#lib/picture/time-ticks.ts";
import type { PictureColours } from "../picture-colours.ts";
import { shareLag } from "../share-lag.ts";
import { drawTimeFrame } from "./draw-time-frame.ts";
import type { Pen } from "./pen.ts";
import type { Plot } from "./plot.ts";
import { Stage } from "./stage.tsx";
import { treeScene } from "./tree-scene.ts";
import { useTree } from "./use-tree.ts";
import type { ViewProps } from "./view-props.ts";

const MARGIN = { left: 44, top: 10, right: 20, bottom: 28 };
const LOWEST = 380;
const HIGHEST = 860;
const BAND = 54;
/** Pixels that one label of the time axis needs. */
const TICK_WIDTH = 74;

/** Time since the root across, generations down. */
export function TimeView(props: ViewProps) {
  const { shares, visible, collapsed, scale } = props;
  const { locale } = useLanguage();
  const { nodes, layout, slots } = useTree(props);
  const generations = layout.edges.length - 1;
  const drawBack = useMemo(() => {
    const longest = shares.at.reduce((most, _, share) => Math.max(most, shareLag(shares, share)), 0);
    return (pen: Pen, plot: Plot, colours: PictureColours) => {
      const most = Math.max(2, Math.floor((plot.box.width * plot.view.zoom) / TICK_WIDTH));
      const ticks = timeTicks(longest, scale, most).map((tick) => {
        const label = formatRoundDuration(tick.lag, locale);
        // The canvas is drawn left to right; isolated, an Arabic duration keeps the order of its parts.
        return { ...tick, label: LOCALES[locale].direction === "rtl" ? `\u2067${label}\u2069` : label };
      });
      drawTimeFrame(pen, plot, layout.edges, ticks, colours);
    };
  }, [shares, scale, locale, layout]);
  const make = useMemo(
    () =>
      treeScene({
        props: { shares, visible, collapsed },
        parent: nodes.parent,
        layout,
        slots,
        shape: "fall",
        room: (height) => (0.4 * height) / generations,
        drawBack,
      }),
    [shares, visible, collapsed, nodes, layout, slots, generations, drawBack],
  );
  const heightFor = useCallback(() => Math.min(HIGHEST, Math.max(LOWEST, BAND * generations)), [generations]);
  return (
    <Stage
      props={props}
      make={make}
      parent={nodes.parent}
      slots={slots}
      hasLinks
      margin={MARGIN}
      heightFor={heightFor}
      isSquare={false}
    />
  );
}
