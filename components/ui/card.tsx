import type { ReactNode } from "react";
import { CardMenu } from "./card-menu.tsx";
import { surfaceClass } from "./surface-class.ts";

/** A titled surface. */
export function Card(props: {
  title?: string;
  /** Name of its rows as a file, and of its place on the page. */
  widget?: string;
  /** What the menu of a card without a title is called by. */
  name?: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const { title, widget, name = title ?? "", note, actions, children, className = "" } = props;
  return (
    <section id={widget} className={`${surfaceClass} p-4 sm:p-5 ${className}`}>
      {title !== undefined || actions !== undefined || widget !== undefined ? (
        <header className="mb-4 flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            {title !== undefined ? <h2 className="text-base font-semibold">{title}</h2> : null}
            {note !== undefined ? (
              <p className="mt-1 max-w-3xl text-xs text-slate-500 dark:text-slate-400">{note}</p>
            ) : null}
          </div>
          {widget === undefined ? (
            actions
          ) : (
            <div className="ms-auto flex items-start gap-2">
              {actions}
              <CardMenu widget={widget} title={name} />
            </div>
          )}
        </header>
      ) : null}
      {children}
    </section>
  );
}
