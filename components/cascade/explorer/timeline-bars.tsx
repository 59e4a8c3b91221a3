import { memo } from "react";

const FILLS = [
  "fill-slate-500",
  "fill-sky-500",
  "fill-indigo-500",
  "fill-teal-500",
  "fill-amber-500",
  "fill-rose-500",
];

/** Stacked bars, one a step; those outside of the brush are faint. */
export const TimelineBars = memo(function TimelineBars(props: {
  counts: readonly (readonly number[])[];
  from: number;
  until: number;
}) {
  const { counts, from, until } = props;
  const most = Math.max(1, ...counts.map((row) => row.reduce((sum, count) => sum + count, 0)));
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${counts.length} ${most}`}
      preserveAspectRatio="none"
      className="absolute inset-0 h-full w-full"
    >
      {counts.map((row, step) => {
        let top = most;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the step
          <g key={step} opacity={step >= from && step < until ? 1 : 0.25}>
            {row.map((count, band) => {
              top -= count;
              return count === 0 ? null : (
                <rect
                  key={FILLS[band]}
                  x={step + 0.06}
                  y={top}
                  width={0.88}
                  height={count}
                  className={FILLS[band]}
                />
              );
            })}
          </g>
        );
      })}
    </svg>
  );
});
