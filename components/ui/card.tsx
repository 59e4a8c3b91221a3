import type { ReactNode } from "react";

/** A titled surface. */
export function Card(props: {
  title?: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const { title, note, actions, children, className = "" } = props;
  return (
    <section
      className={`rounded-xl border border-slate-200 bg-white p-5 shadow-sm dark:border-slate-800 dark:bg-slate-900 ${className}`}
    >
      {title !== undefined || actions !== undefined ? (
        <header className="mb-4 flex flex-wrap items-start justify-between gap-3">
          <div>
            {title !== undefined ? <h2 className="text-base font-semibold">{title}</h2> : null}
            {note !== undefined ? (
              <p className="mt-1 text-xs text-slate-500 dark:text-slate-400">{note}</p>
            ) : null}
          </div>
          {actions}
        </header>
      ) : null}
      {children}
    </section>
  );
}
