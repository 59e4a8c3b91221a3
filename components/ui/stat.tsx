/** One figure with its name; `exact` is the unrounded value, `note` its range, population or what is missing. */
export function Stat(props: {
  label: string;
  value: string;
  exact?: string;
  note?: string;
  definition?: string;
}) {
  return (
    <div className="rounded-xl border border-slate-200 bg-white p-4 shadow-sm dark:border-slate-800 dark:bg-slate-900">
      <dt className="text-xs font-medium text-slate-500 dark:text-slate-400" title={props.definition}>
        {props.label}
      </dt>
      <dd>
        <span className="mt-1 block text-2xl font-semibold tabular-nums" title={props.exact}>
          {props.value}
        </span>
        {props.note !== undefined ? (
          <span className="mt-1 block text-xs text-slate-500 dark:text-slate-400">{props.note}</span>
        ) : null}
      </dd>
    </div>
  );
}
