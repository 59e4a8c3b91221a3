import { memo } from "react";
import { GENERATION_COLOURS } from "./generation-colours.ts";

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
                  key={GENERATION_COLOURS[band]?.shape}
                  x={step + 0.06}
                  y={top}
                  width={0.88}
                  height={count}
                  className={GENERATION_COLOURS[band]?.shape}
                />
              );
            })}
          </g>
        );
      })}
    </svg>
  );
});
