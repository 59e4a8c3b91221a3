import type { ReactNode } from "react";
import { Definition } from "./definition.tsx";

/* Hairlines between neighbours; those of the first row and column fall on the edge of the grid. */
const RULES =
  "before:absolute before:-start-px before:inset-y-4 before:w-px before:bg-slate-200 dark:before:bg-slate-800 after:absolute after:-top-px after:inset-x-4 after:h-px after:bg-slate-200 dark:after:bg-slate-800";

/**
 * One figure with its name, inside a StatGrid; `exact` is the unrounded value, `note` its range, population or
 * what is missing, `definition` says what it counts.
 */
export function Stat(props: {
  label: string;
  value: string;
  exact?: string;
  note?: string;
  definition?: string;
  /** How it moved against what it is compared with. */
  delta?: ReactNode;
}) {
  const { label, value, exact, note, definition, delta } = props;
  return (
    <div className={`relative px-4 py-3.5 sm:px-5 ${RULES}`}>
      <dt className="text-xs font-medium text-slate-600 dark:text-slate-400">
        {definition === undefined ? label : <Definition term={label} text={definition} />}
      </dt>
      <dd>
        <span
          className="mt-1 block text-2xl font-semibold tabular-nums tracking-tight"
          title={exact === value ? undefined : exact}
        >
          {value}
        </span>
        {delta === undefined ? null : <span className="mt-0.5 block text-xs">{delta}</span>}
        {note !== undefined ? (
          <span className="mt-0.5 block text-xs text-slate-500 dark:text-slate-400">{note}</span>
        ) : null}
      </dd>
    </div>
  );
}
