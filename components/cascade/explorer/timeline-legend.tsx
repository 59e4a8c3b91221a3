import { GENERATION_COLOURS } from "./generation-colours.ts";

/** Which colour of the timeline stands for which generation; only those that occur. */
export function TimelineLegend(props: { bands: readonly string[]; counts: readonly (readonly number[])[] }) {
  const { bands, counts } = props;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-slate-600 dark:text-slate-400">
      {bands.map((band, place) =>
        counts.some((row) => (row[place] ?? 0) > 0) ? (
          <li key={band} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-2.5 rounded-sm ${GENERATION_COLOURS[place]?.ground}`} />
            <bdi>{band}</bdi>
          </li>
        ) : null,
      )}
    </ul>
  );
}
