import type { ReactNode } from "react";
import { CardMenu } from "#components/ui/card-menu.tsx";
import { Definition } from "#components/ui/definition.tsx";
import { surfaceClass } from "#components/ui/surface-class.ts";

/** A titled surface for one chart or table: what it shows on hover or focus of the title, period and zone below. */
export function ChartFrame(props: {
  /** Name of its rows as a file, and of its place on the page. */
  widget?: string;
  title: string;
  definition: string;
  note?: ReactNode;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const { widget, title, definition, note, aside, className = "", children } = props;
  return (
    <section id={widget} className={`flex min-w-0 flex-col ${surfaceClass} p-4 sm:p-5 ${className}`}>
      <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="relative min-w-0 max-w-xl">
          <h2 className="text-base font-semibold">
            <Definition term={title} text={definition} />
          </h2>
          {note !== undefined ? (
            <p className="mt-1 text-xs text-slate-500 dark:text-slate-400">{note}</p>
          ) : null}
        </div>
        {aside === undefined && widget === undefined ? null : (
          <div className="ms-auto flex items-start gap-2">
            {aside}
            {widget === undefined ? null : <CardMenu widget={widget} title={title} />}
          </div>
        )}
      </header>
      {children}
    </section>
  );
}
