import { useMemo, useRef } from "react";
import { TableTwin } from "#components/charts/table-twin.tsx";
import { useLanguage, useTranslate } from "#components/i18n/translate-provider.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { countByStep, GENERATION_BANDS } from "#lib/explorer/count-by-step.ts";
import type { TimeScale } from "#lib/explorer/explorer-state.ts";
import { timelineSteps } from "#lib/explorer/timeline-steps.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { TimelineBars } from "./timeline-bars.tsx";
import { TimelineHandle } from "./timeline-handle.tsx";
import { TimelineLegend } from "./timeline-legend.tsx";
import { TimelinePlayer } from "./timeline-player.tsx";
import { type Span, useBrush } from "./use-brush.ts";

interface TimelineProps {
  shares: CascadeShares;
  /** What the filters other than time let through. */
  visible: Uint8Array;
  scale: TimeScale;
  zone: string;
  from: number | null;
  until: number | null;
  onWindow: (from: number | null, until: number | null) => void;
}

/** Shares per step stacked by generation, with a brush that the pointer, the keys and the player move. */
export function Timeline(props: TimelineProps) {
  const { zone, onWindow } = props;
  const { locale, t } = useLanguage();
  const { counts, start, bounds } = useSteps(props);
  const steps = counts.length;
  const until = props.until === null ? steps : nearest(bounds, props.until - start);
  const span: Span = [props.from === null ? 0 : nearest(bounds, props.from - start), until];
  const momentOf = (step: number) => formatDateTime(start + (bounds[step] ?? 0), locale, zone);

  function setSpan([first, last]: Span) {
    const [a, b] = [Math.max(0, Math.min(first, steps - 1)), Math.min(steps, Math.max(last, first + 1))];
    onWindow(a === 0 ? null : start + (bounds[a] ?? 0), b === steps ? null : start + (bounds[b] ?? 0));
  }
  const bands = Array.from({ length: GENERATION_BANDS }, (_, generation) =>
    generation === GENERATION_BANDS - 1
      ? t("explorer.later", { generation })
      : t("cascades.picture.generation", { generation }),
  );
  return (
    <section aria-label={t("explorer.timeline")} className="mt-5">
      <TimelinePlayer
        span={span}
        steps={steps}
        onSpan={setSpan}
        onWhole={props.from === null && props.until === null ? null : () => onWindow(null, null)}
      />
      <Track counts={counts} span={span} momentOf={momentOf} onSpan={setSpan} />
      <p className="mt-1 flex justify-between text-xs text-slate-500 dark:text-slate-400" dir="ltr">
        <bdi>{momentOf(span[0])}</bdi>
        <bdi>{momentOf(span[1])}</bdi>
      </p>
      <TimelineLegend bands={bands} counts={counts} />
      {/* What the filters leave of one cascade, worked out here: no card's table has it, and its files are nodes and edges. */}
      <TableTwin
        summary={t("campaigns.chart.table")}
        columns={[
          { title: t("campaigns.chart.time"), cell: ({ step }) => momentOf(step) },
          ...bands.map((title, band) => ({
            title,
            cell: ({ step }: { step: number }) => formatNumber(counts[step]?.[band] ?? 0, locale),
          })),
        ]}
        rows={counts.map((_, step) => ({ step }))}
      />
    </section>
  );
}

/** The bars, the brush over them, and its two ends. */
function Track(props: {
  counts: number[][];
  span: Span;
  momentOf: (step: number) => string;
  onSpan: (span: Span) => void;
}) {
  const { counts, span, momentOf, onSpan } = props;
  const t = useTranslate();
  const track = useRef<HTMLDivElement>(null);
  const steps = counts.length;
  const brush = useBrush(track, { span, steps, onSpan });
  return (
    <div
      ref={track}
      dir="ltr"
      className="relative h-20 cursor-crosshair touch-pan-y select-none rounded-md bg-slate-50 dark:bg-slate-800/40"
      {...brush}
    >
      <TimelineBars counts={counts} from={span[0]} until={span[1]} />
      <TimelineHandle
        label={t("explorer.from")}
        value={span[0]}
        min={0}
        max={span[1] - 1}
        steps={steps}
        text={momentOf(span[0])}
        onChange={(value) => onSpan([value, span[1]])}
      />
      <TimelineHandle
        label={t("explorer.until")}
        value={span[1]}
        min={span[0] + 1}
        max={steps}
        steps={steps}
        text={momentOf(span[1])}
        onChange={(value) => onSpan([span[0], value])}
      />
    </div>
  );
}

/** The life of the cascade cut into steps, and its shares in each by generation. */
function useSteps({ shares, visible, scale }: Pick<TimelineProps, "shares" | "visible" | "scale">) {
  const [start = 0] = shares.at;
  const bounds = useMemo(() => {
    const longest = shares.at.reduce((most, at) => Math.max(most, at - start), 0);
    return timelineSteps(longest, scale);
  }, [shares, start, scale]);
  const counts = useMemo(() => countByStep(shares, visible, bounds), [shares, visible, bounds]);
  return { start, bounds, counts };
}

function nearest(bounds: Float64Array, lag: number): number {
  return bounds.reduce(
    (best, bound, at) => (Math.abs(bound - lag) < Math.abs((bounds[best] ?? 0) - lag) ? at : best),
    0,
  );
}
