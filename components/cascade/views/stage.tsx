import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { TreeStep } from "#lib/explorer/step-in-tree.ts";
import { prepareCanvas } from "../prepare-canvas.ts";
import { useIsDark } from "../use-is-dark.ts";
import { useWidth } from "../use-width.ts";
import { ZoomButtons } from "../zoom-buttons.tsx";
import { legendItems } from "./legend-items.ts";
import { MarkTooltip } from "./mark-tooltip.tsx";
import { pictureFiles } from "./picture-files.ts";
import { type Plot, toPixels } from "./plot.ts";
import type { Hit, Scene, SceneMaker } from "./scene.ts";
import { SpokenShare } from "./spoken-share.tsx";
import { stepAmongVisible } from "./step-among-visible.ts";
import { usePlane } from "./use-plane.ts";
import { usePlanePointer } from "./use-plane-pointer.ts";
import { viewColours } from "./view-colours.ts";
import { ViewLegend } from "./view-legend.tsx";
import type { ViewProps } from "./view-props.ts";

const STEPS: Readonly<Record<string, TreeStep>> = {
  ArrowUp: "parent",
  ArrowDown: "firstChild",
  ArrowLeft: "previousSibling",
  ArrowRight: "nextSibling",
};
/** Counted marks of more shares than this are opened by magnifying alone. */
const MOST_OPENED = 2000;

interface StageProps {
  readonly props: ViewProps;
  readonly make: SceneMaker;
  readonly parent: Int32Array;
  readonly slots: Uint8Array;
  readonly hasLinks: boolean;
  readonly margin: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  /** Height for a width, pixels. */
  readonly heightFor: (width: number) => number;
  /** Whether the plane is a square in the middle. */
  readonly isSquare: boolean;
}

/** A picture on two canvases, the cascade and above it what is lit, with all ways to move in it. */
export function Stage(stage: StageProps) {
  const { props, parent, slots, margin, heightFor, isSquare, hasLinks } = stage;
  const { shares, colour, hovered, selected, compared, found } = props;
  const { locale, t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLCanvasElement>(null);
  const front = useRef<HTMLCanvasElement>(null);
  const { view, zoomBy, panBy, show, reveal } = usePlane(props.plane, props.onPlane);
  const width = useWidth(frame);
  const plot = useMemo(
    () => plotOf({ margin, heightFor, isSquare }, width, view),
    [margin, heightFor, isSquare, width, view],
  );
  const opened = useOpened(stage.make, plot, props.opened, shares.at.length);
  const scene = useScene(stage.make, plot, opened);
  const [pointed, setPointed] = useState<Hit | null>(null);
  const isDark = useIsDark();
  const colours = useMemo(() => viewColours(isDark, colour), [isDark, colour]);
  const focus = useMemo(
    () => ({ active: hovered ?? selected, isHovered: hovered !== null, selected, compared, found }),
    [hovered, selected, compared, found],
  );
  const { folded } = scene;
  const hasFound = found.length > 0;
  const legend = useMemo(
    () => legendItems({ shares, colour, colours, slots, folded, hasLinks, hasFound, locale, t }),
    [shares, colour, colours, slots, folded, hasLinks, hasFound, locale, t],
  );
  const drawBack = useCallback<Draw>((pen) => scene.draw(pen, plot, colours), [scene, plot, colours]);
  const drawFront = useCallback<Draw>(
    (pen) => scene.light(pen, plot, colours, focus),
    [scene, plot, colours, focus],
  );
  useDrawing(back, plot, drawBack);
  useDrawing(front, plot, drawFront);

  function showAll() {
    props.onOpen(null);
    show(boxOf(scene, props.visible));
  }
  useImperativeHandle(props.ref, () => ({
    ...pictureFiles({ plot, scene, colours, focus, legend, locale, canvas: back }),
    fit: showAll,
  }));

  function point(at: { x: number; y: number } | null) {
    const hit = at === null ? null : scene.hit(plot, at.x, at.y);
    setPointed(hit);
    const share = hit?.kind === "share" ? hit.share : null;
    if (share !== hovered) props.onHover(share);
  }
  function click(at: { x: number; y: number }) {
    const hit = scene.hit(plot, at.x, at.y);
    if (hit?.kind !== "fold")
      return props.onSelect(hit === null || hit.share === selected ? null : hit.share);
    setPointed(null);
    if (props.collapsed.has(hit.parent)) return props.onToggle(hit.parent);
    const members = scene.membersOf(hit.share);
    if (members.shares.length <= MOST_OPENED) props.onOpen({ share: hit.share, step: stepOf(view.zoom) });
    show(members.box);
  }
  const pointer = usePlanePointer(back, plot, {
    onPoint: point,
    onClick: click,
    onZoom: zoomBy,
    onPan: panBy,
  });

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

  const size = props.visible.reduce((sum, one) => sum + one, 0);
  const generations = (shares.depth.at(-1) ?? 0) + 1;
  const place =
    pointed === null ? null : toPixels(plot, scene.placeOf(pointed.share).x, scene.placeOf(pointed.share).y);
  return (
    <div>
      <div ref={frame} dir="ltr" className="relative" style={{ height: plot.height }}>
        <canvas
          ref={back}
          {...pointer}
          tabIndex={0}
          role="img"
          aria-label={t("pictures.label", { size, generations })}
          onKeyDown={onKeyDown}
          className={`absolute inset-0 h-full w-full rounded-md ${view.zoom > 1 ? "touch-none cursor-grab" : "touch-pan-y"}`}
        />
        <canvas ref={front} className="pointer-events-none absolute inset-0 h-full w-full" />
        <ZoomButtons
          zoom={view.zoom}
          onZoom={zoomBy}
          onReset={() => show({ x: 0, y: 0, width: 1, height: 1 })}
        />
        {pointed === null || place === null ? null : (
          <MarkTooltip shares={shares} hit={pointed} plot={plot} {...place} />
        )}
      </div>
      <ViewLegend items={legend} />
      <SpokenShare shares={shares} share={selected} />
    </div>
  );
}

function plotOf(
  { margin, heightFor, isSquare }: Pick<StageProps, "margin" | "heightFor" | "isSquare">,
  width: number,
  view: Plot["view"],
): Plot {
  const height = heightFor(width);
  const across = Math.max(1, width - margin.left - margin.right);
  const down = Math.max(1, height - margin.top - margin.bottom);
  if (!isSquare)
    return { width, height, view, box: { x: margin.left, y: margin.top, width: across, height: down } };
  const side = Math.min(across, down);
  const corner = { x: (width - side) / 2, y: margin.top + (down - side) / 2 };
  return { width, height, view, box: { ...corner, width: side, height: side } };
}

/** What is folded changes by steps of √2 of the magnification, not with every frame. */
function stepOf(zoom: number): number {
  return Math.floor(2 * Math.log2(zoom) + 1e-6);
}

/**
 * 1 for every share in a counted mark that was opened. Which they are, the scene says in which the mark was opened:
 * it is made again, so that an address opens what its writer had opened.
 */
function useOpened(make: SceneMaker, { box }: Plot, marks: ViewProps["opened"], size: number): Uint8Array {
  const { width, height } = box;
  return useMemo(() => {
    let opened = new Uint8Array(size);
    for (const { share, step } of marks) {
      const zoom = 2 ** (step / 2);
      const scene = make({ zoom, width: width * zoom, height: height * zoom, opened });
      opened = opened.slice();
      for (const member of scene.membersOf(share).shares) opened[member] = 1;
    }
    return opened;
  }, [make, width, height, marks, size]);
}

function useScene(make: SceneMaker, { box, view }: Plot, opened: Uint8Array): Scene {
  const zoom = 2 ** (stepOf(view.zoom) / 2);
  const [width, height] = [box.width * zoom, box.height * zoom];
  return useMemo(() => make({ zoom, width, height, opened }), [make, zoom, width, height, opened]);
}

type Draw = (pen: CanvasRenderingContext2D) => void;

function useDrawing(canvas: RefObject<HTMLCanvasElement | null>, plot: Plot, draw: Draw): void {
  useEffect(() => {
    const context = canvas.current === null || plot.width === 0 ? null : prepareCanvas(canvas.current, plot);
    if (context === null) return;
    context.font = `10px ${getComputedStyle(context.canvas).fontFamily}`;
    draw(context);
  }, [canvas, plot, draw]);
}

/** The part of the plane that the visible shares take. */
function boxOf(scene: Scene, visible: Uint8Array) {
  let [left, top, right, bottom] = [1, 1, 0, 0];
  visible.forEach((one, share) => {
    if (one === 0) return;
    const { x, y } = scene.placeOf(share);
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  });
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
