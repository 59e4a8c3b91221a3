import type { ReactNode } from "react";
import { surfaceClass } from "./surface-class.ts";

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
    <section className={`${surfaceClass} p-4 sm:p-5 ${className}`}>
      {title !== undefined || actions !== undefined ? (
        <header className="mb-4 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            {title !== undefined ? <h2 className="text-base font-semibold">{title}</h2> : null}
            {note !== undefined ? (
              <p className="mt-1 max-w-3xl text-xs text-slate-500 dark:text-slate-400">{note}</p>
            ) : null}
          </div>
          {actions}
        </header>
      ) : null}
      {children}
    </section>
  );
}
