import { Definition } from "#components/ui/definition.tsx";

export interface ChartFigure {
  readonly value: string;
  readonly label: string;
  readonly definition?: string;
  readonly note?: string | null;
}

/** The few figures that sum a chart up, side by side above it; each name stands below its value. */
export function ChartFigures({ figures }: { figures: readonly ChartFigure[] }) {
  return (
    <dl className={`mb-4 grid gap-4 ${figures.length === 4 ? "grid-cols-2 sm:grid-cols-4" : "grid-cols-3"}`}>
      {figures.map(({ value, label, definition, note = null }) => (
        <div key={label} className="relative flex flex-col">
          <dt className="mt-0.5 text-xs text-slate-600 dark:text-slate-400">
            {definition === undefined ? label : <Definition term={label} text={definition} />}
          </dt>
          <dd className="order-first text-xl font-semibold tabular-nums tracking-tight">{value}</dd>
          {note !== null ? <dd className="text-xs text-slate-500 dark:text-slate-400">{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
