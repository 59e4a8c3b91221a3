"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { stepInTree, type TreeStep } from "#lib/cascade/step-in-tree.ts";
import { timeTicks } from "#lib/cascade/time-ticks.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatRoundDuration } from "#lib/format/format-round-duration.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import { drawFrame } from "./draw-frame.ts";
import { drawSelection } from "./draw-selection.ts";
import { drawTree } from "./draw-tree.ts";
import { pictureColours } from "./picture-colours.ts";
import { PictureLegend } from "./picture-legend.tsx";
import { prepareCanvas } from "./prepare-canvas.ts";
import { shareLag } from "./share-lag.ts";
import { ShareTooltip } from "./share-tooltip.tsx";
import { useCascadePlot } from "./use-cascade-plot.ts";
import { useIsDark } from "./use-is-dark.ts";
import { usePictureView } from "./use-picture-view.ts";
import { usePointer } from "./use-pointer.ts";
import { useWidth } from "./use-width.ts";
import { ZoomButtons } from "./zoom-buttons.tsx";

const STEPS: Readonly<Record<string, TreeStep>> = {
  ArrowUp: "parent",
  ArrowDown: "firstChild",
  ArrowLeft: "previousSibling",
  ArrowRight: "nextSibling",
};
/** Pixels that one label of the time axis needs. */
const TICK_WIDTH = 74;

interface PictureProps {
  readonly shares: CascadeShares;
  readonly timeScale: "linear" | "log";
  readonly zone: string;
  /** Index of the share held fast; -1 for none. */
  readonly pinned: number;
  readonly onPin: (share: number) => void;
}

/** The cascade as a tree over time × generation, on two canvases: the tree, and above it what is lit. */
export function CascadePicture({ shares, timeScale, zone, pinned, onPin }: PictureProps) {
  const { t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLCanvasElement>(null);
  const light = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState(-1);
  const { view, zoomBy, panBy, reset } = usePictureView();
  const plot = useCascadePlot(shares, timeScale, useWidth(frame), view);
  const colours = pictureColours(useIsDark());
  const active = hovered === -1 ? pinned : hovered;
  useTreeDrawing(tree, { plot, shares, timeScale, colours });
  useEffect(() => {
    const context = light.current === null ? null : prepareCanvas(light.current, plot);
    if (context !== null && plot.width > 0) drawSelection(context, plot, shares, active, colours);
  }, [plot, shares, active, colours]);
  const pointer = usePointer(tree, plot, { onHover: setHovered, onPin, onZoom: zoomBy, onPan: panBy });

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (event.key === "Escape") onPin(-1);
    if (step === undefined) return;
    event.preventDefault();
    setHovered(-1);
    onPin(pinned === -1 ? 0 : stepInTree(shares.parent, pinned, step));
  }

  return (
    <div>
      <div ref={frame} dir="ltr" className="relative" style={{ height: plot.height }}>
        <canvas
          ref={tree}
          {...pointer}
          tabIndex={0}
          role="img"
          aria-label={t("cascades.picture.label", { size: shares.at.length, generations: plot.generations })}
          onKeyDown={onKeyDown}
          className={`absolute inset-0 h-full w-full rounded-md ${view.zoom > 1 ? "touch-none cursor-grab" : ""}`}
        />
        <canvas ref={light} className="pointer-events-none absolute inset-0 h-full w-full" />
        <ZoomButtons zoom={view.zoom} onZoom={zoomBy} onReset={reset} />
        {active === -1 || plot.width === 0 ? null : (
          <ShareTooltip shares={shares} share={active} plot={plot} zone={zone} isPinned={active === pinned} />
        )}
      </div>
      <PictureLegend shares={shares} colours={colours} />
      <SpokenShare shares={shares} share={pinned} />
    </div>
  );
}

function useTreeDrawing(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  drawing: Pick<PictureProps, "shares" | "timeScale"> & {
    readonly plot: ReturnType<typeof useCascadePlot>;
    readonly colours: ReturnType<typeof pictureColours>;
  },
): void {
  const { locale } = useLanguage();
  const { plot, shares, timeScale, colours } = drawing;
  useEffect(() => {
    const context = canvas.current === null ? null : prepareCanvas(canvas.current, plot);
    if (context === null || plot.width === 0) return;
    const longest = shares.at.reduce((most, _, share) => Math.max(most, shareLag(shares, share)), 0);
    const most = Math.max(2, Math.floor((plot.box.width * plot.view.zoom) / TICK_WIDTH));
    const ticks = timeTicks(longest, timeScale, most).map((tick) => ({
      ...tick,
      label: isolated(formatRoundDuration(tick.lag, locale), locale),
    }));
    drawFrame(context, plot, ticks, colours);
    drawTree(context, plot, shares, colours);
  }, [canvas, plot, shares, timeScale, colours, locale]);
}

/** The canvas is drawn left to right; isolated, an Arabic duration keeps the order of its parts: U+2067 … U+2069. */
function isolated(text: string, locale: Locale): string {
  return LOCALES[locale].direction === "rtl" ? `\u2067${text}\u2069` : text;
}

/** Says to a screen reader which share is held. */
function SpokenShare({ shares, share }: { shares: CascadeShares; share: number }) {
  const { locale, t } = useLanguage();
  const text =
    share === -1
      ? t("cascades.share.none")
      : t("cascades.share.spoken", {
          person: shares.person[share] ?? "",
          channel: shares.channels[shares.channel[share] ?? 0] ?? "",
          after: formatDuration(shareLag(shares, share), locale),
          generation: shares.depth[share] ?? 0,
          children: shares.children[share] ?? 0,
          descendants: shares.descendants[share] ?? 0,
        });
  return (
    <p
      aria-live="polite"
      className={share === -1 ? "mt-2 text-xs text-slate-500 dark:text-slate-400" : "sr-only"}
    >
      {text}
    </p>
  );
}
