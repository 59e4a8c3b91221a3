import { useImperativeHandle, useMemo, useRef } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { useWidth } from "../use-width.ts";
import { ZoomButtons } from "../zoom-buttons.tsx";
import { MarkTooltip } from "./mark-tooltip.tsx";
import { pictureFiles } from "./picture-files.ts";
import { type PlotShape, plotOf, toPixels } from "./plot.ts";
import type { SceneMaker } from "./scene.ts";
import { SpokenShare } from "./spoken-share.tsx";
import { useDrawing } from "./use-drawing.ts";
import { useLook } from "./use-look.ts";
import { usePlane } from "./use-plane.ts";
import { useScene } from "./use-scene.ts";
import { useStageActions } from "./use-stage-actions.ts";
import { ViewLegend } from "./view-legend.tsx";
import type { ViewProps } from "./view-props.ts";

interface StageProps extends PlotShape {
  readonly props: ViewProps;
  readonly make: SceneMaker;
  readonly parent: Int32Array;
  readonly slots: Uint8Array;
  readonly hasLinks: boolean;
}

/** A picture on two canvases, the cascade and above it what is lit, with all ways to move in it. */
export function Stage(stage: StageProps) {
  const { props, parent, slots, margin, heightFor, isSquare, hasLinks } = stage;
  const { shares, selected } = props;
  const t = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLCanvasElement>(null);
  const front = useRef<HTMLCanvasElement>(null);
  const plane = usePlane(props.plane, props.onPlane);
  const { view, zoomBy, show } = plane;
  const width = useWidth(frame);
  const plot = useMemo(
    () => plotOf({ margin, heightFor, isSquare }, width, view),
    [margin, heightFor, isSquare, width, view],
  );
  const scene = useScene(stage.make, plot, props.opened, shares.at.length);
  const look = useLook(props, { slots, folded: scene.folded, hasLinks });
  useDrawing({ back, front }, { plot, scene, ...look });
  const { pointed, showAll, handlers } = useStageActions(back, { props, parent, scene, plot, plane });
  useImperativeHandle(props.ref, () => ({
    ...pictureFiles({ plot, scene, ...look, canvas: back }),
    fit: showAll,
  }));

  const size = props.visible.reduce((sum, one) => sum + one, 0);
  const generations = (shares.depth.at(-1) ?? 0) + 1;
  const place = pointed === null ? null : scene.placeOf(pointed.share);
  return (
    <div>
      <div ref={frame} dir="ltr" className="relative" style={{ height: plot.height }}>
        <canvas
          ref={back}
          {...handlers}
          tabIndex={0}
          role="img"
          aria-label={t("pictures.label", { size, generations })}
          className={`absolute inset-0 h-full w-full rounded-md ${view.zoom > 1 ? "touch-none cursor-grab" : "touch-pan-y"}`}
        />
        <canvas ref={front} className="pointer-events-none absolute inset-0 h-full w-full" />
        <ZoomButtons
          zoom={view.zoom}
          onZoom={zoomBy}
          onReset={() => show({ x: 0, y: 0, width: 1, height: 1 })}
        />
        {pointed === null || place === null ? null : (
          <MarkTooltip shares={shares} hit={pointed} plot={plot} {...toPixels(plot, place.x, place.y)} />
        )}
      </div>
      <ViewLegend items={look.legend} />
      <SpokenShare shares={shares} share={selected} />
    </div>
  );
}
