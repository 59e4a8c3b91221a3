import type { ReactNode } from "react";

/** What stands where there is nothing yet: why, and the next step. */
export function EmptyState(props: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className="rounded-xl border border-dashed border-slate-300 px-6 py-14 text-center dark:border-slate-700">
      <h2 className="text-base font-semibold">{props.title}</h2>
      <p className="mx-auto mt-2 max-w-md text-sm text-slate-600 dark:text-slate-400">{props.text}</p>
      {props.action !== undefined ? <div className="mt-5">{props.action}</div> : null}
    </div>
  );
}
