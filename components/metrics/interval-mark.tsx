import type { Estimate } from "#lib/domain/estimate.ts";

/**
 * An estimate drawn on a scale from 0 to `max`; an arrow when it lies beyond. For beside the figures.
 * @param props hasOne: a line stands at 1, as the estimate may be held against it
 */
export function IntervalMark(props: { estimate: Estimate; max: number; hasOne: boolean }) {
  const { estimate, max, hasOne } = props;
  const { value } = estimate;
  const at = (position: number) => `${(100 * Math.min(position, max)) / max}%`;
  const [low, high] =
    value === null
      ? [0, 0]
      : [estimate.low ?? (estimate.high === undefined ? value : 0), estimate.high ?? value];
  return (
    <span dir="ltr" aria-hidden="true" className="relative block h-4 w-full min-w-24">
      <span className="absolute inset-x-0 top-1/2 h-px bg-slate-200 dark:bg-slate-800" />
      {hasOne ? (
        <span style={{ left: at(1) }} className="absolute inset-y-0 w-px bg-slate-400 dark:bg-slate-500" />
      ) : null}
      {value === null ? null : value > max ? (
        <span className="absolute end-0 top-1/2 -translate-y-1/2 bg-white ps-1 text-xs leading-none text-teal-700 dark:bg-slate-900 dark:text-teal-400">
          →
        </span>
      ) : (
        <>
          <span
            style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }}
            className="absolute top-1/2 h-2.5 -translate-y-1/2 rounded-sm bg-teal-600/35 dark:bg-teal-400/40"
          />
          <span
            style={{ left: at(value) }}
            className="absolute top-1/2 size-1.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-teal-700 dark:bg-teal-400"
          />
        </>
      )}
    </span>
  );
}
