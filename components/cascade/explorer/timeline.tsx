import { type PointerEvent, useMemo, useRef, useState } from "react";
import { Choice } from "#components/cascade/choice.tsx";
import { StepTable } from "#components/charts/step-table.tsx";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { countByStep, GENERATION_BANDS } from "#lib/explorer/count-by-step.ts";
import type { TimeScale } from "#lib/explorer/explorer-state.ts";
import { timelineSteps } from "#lib/explorer/timeline-steps.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { TimelineBars } from "./timeline-bars.tsx";
import { TimelineHandle } from "./timeline-handle.tsx";
import { TimelineLegend } from "./timeline-legend.tsx";
import { useIsStill } from "./use-is-still.ts";
import { SPEEDS, usePlayer } from "./use-player.ts";

/** Steps from and (excluded) until. */
type Span = readonly [number, number];

/** What a press on the track took hold of: an end of the brush, all of it, or a new one's first step. */
type Grip =
  | { readonly part: "from" | "until" }
  | { readonly part: "all"; readonly at: number; readonly span: Span }
  | { readonly part: "new"; readonly at: number };

/** Pixels within which a press takes hold of an end of the brush. */
const NEAR = 8;

/** Shares per step stacked by generation, with a brush that the pointer, the keys and the player move. */
export function Timeline(props: {
  shares: CascadeShares;
  /** What the filters other than time let through. */
  visible: Uint8Array;
  scale: TimeScale;
  zone: string;
  from: number | null;
  until: number | null;
  onWindow: (from: number | null, until: number | null) => void;
}) {
  const { shares, visible, scale, zone, onWindow } = props;
  const { locale, t } = useLanguage();
  const track = useRef<HTMLDivElement>(null);
  const [grip, setGrip] = useState<Grip | null>(null);
  const isStill = useIsStill();
  const [start = 0] = shares.at;
  const bounds = useMemo(() => {
    const longest = shares.at.reduce((most, at) => Math.max(most, at - start), 0);
    return timelineSteps(longest, scale);
  }, [shares, start, scale]);
  const counts = useMemo(() => countByStep(shares, visible, bounds), [shares, visible, bounds]);
  const steps = counts.length;
  const until = props.until === null ? steps : nearest(bounds, props.until - start);
  const span: Span = [props.from === null ? 0 : nearest(bounds, props.from - start), until];
  const momentOf = (step: number) => formatDateTime(start + (bounds[step] ?? 0), locale, zone);

  function setSpan([first, last]: Span) {
    const [a, b] = [Math.max(0, Math.min(first, steps - 1)), Math.min(steps, Math.max(last, first + 1))];
    onWindow(a === 0 ? null : start + (bounds[a] ?? 0), b === steps ? null : start + (bounds[b] ?? 0));
  }
  function step(by: 1 | -1): boolean {
    setSpan([span[0], Math.max(span[0] + 1, span[1] + by)]);
    return span[1] + by < steps;
  }
  const player = usePlayer(() => step(1));
  function play() {
    if (span[1] >= steps) setSpan([span[0], span[0] + 1]);
    player.setPlaying(!player.isPlaying);
  }
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

  const bands = Array.from({ length: GENERATION_BANDS }, (_, generation) =>
    generation === GENERATION_BANDS - 1
      ? t("explorer.later", { generation })
      : t("cascades.picture.generation", { generation }),
  );
  return (
    <section aria-label={t("explorer.timeline")} className="mt-5">
      <div className="mb-2 flex flex-wrap items-center gap-2 print:hidden">
        {isStill ? null : (
          <Button variant="secondary" onClick={play}>
            {t(player.isPlaying ? "explorer.pause" : "explorer.play")}
          </Button>
        )}
        <Button variant="quiet" disabled={span[1] <= span[0] + 1} onClick={() => step(-1)}>
          {t("explorer.stepBack")}
        </Button>
        <Button variant="quiet" disabled={span[1] >= steps} onClick={() => step(1)}>
          {t("explorer.stepOn")}
        </Button>
        {isStill ? null : (
          <Choice
            label={t("explorer.speed")}
            value={String(player.speed)}
            options={SPEEDS.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
            onChange={(value) => player.setSpeed(SPEEDS.find((speed) => String(speed) === value) ?? 1)}
          />
        )}
        {props.from === null && props.until === null ? null : (
          <Button variant="quiet" onClick={() => onWindow(null, null)}>
            {t("explorer.wholeTime")}
          </Button>
        )}
      </div>
      <div
        ref={track}
        dir="ltr"
        className="relative h-20 cursor-crosshair touch-pan-y select-none rounded-md bg-slate-50 dark:bg-slate-800/40"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setGrip(gripAt(event));
        }}
        onPointerMove={(event) => {
          if (grip !== null) setSpan(moved(grip, stepAt(event), span, steps));
        }}
        onPointerUp={() => setGrip(null)}
        onPointerCancel={() => setGrip(null)}
      >
        <TimelineBars counts={counts} from={span[0]} until={span[1]} />
        <TimelineHandle
          label={t("explorer.from")}
          value={span[0]}
          min={0}
          max={span[1] - 1}
          steps={steps}
          text={momentOf(span[0])}
          onChange={(value) => setSpan([value, span[1]])}
        />
        <TimelineHandle
          label={t("explorer.until")}
          value={span[1]}
          min={span[0] + 1}
          max={steps}
          steps={steps}
          text={momentOf(span[1])}
          onChange={(value) => setSpan([span[0], value])}
        />
      </div>
      <p className="mt-1 flex justify-between text-xs text-slate-500 dark:text-slate-400" dir="ltr">
        <bdi>{momentOf(span[0])}</bdi>
        <bdi>{momentOf(span[1])}</bdi>
      </p>
      <TimelineLegend bands={bands} counts={counts} />
      <StepTable bands={bands} rows={counts.map((row, at) => ({ time: momentOf(at), counts: row }))} />
    </section>
  );
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

function nearest(bounds: Float64Array, lag: number): number {
  return bounds.reduce(
    (best, bound, at) => (Math.abs(bound - lag) < Math.abs((bounds[best] ?? 0) - lag) ? at : best),
    0,
  );
}
