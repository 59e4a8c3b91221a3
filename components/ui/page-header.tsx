import type { ReactNode } from "react";

/** Title of a page with what can be done there. */
export function PageHeader(props: { title: ReactNode; text?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        <h1 className="text-2xl font-semibold tracking-tight">
          <bdi>{props.title}</bdi>
        </h1>
        {props.text !== undefined ? (
          <p className="mt-1 max-w-2xl text-sm text-slate-600 dark:text-slate-400">
            <bdi>{props.text}</bdi>
          </p>
        ) : null}
      </div>
      {props.actions !== undefined ? <div className="flex flex-wrap gap-2">{props.actions}</div> : null}
    </div>
  );
}
