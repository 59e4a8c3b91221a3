import type { ReactNode } from "react";

/** Title of a page with what can be done there; level 2 for a page that stands below another's title. */
export function PageHeader(props: {
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2;
}) {
  const { title, text, actions, level = 1 } = props;
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={`flex flex-wrap items-end justify-between gap-4 ${level === 1 ? "mb-6" : "mb-5"}`}>
      <div className="min-w-0">
        <Heading className={`font-semibold tracking-tight ${level === 1 ? "text-2xl" : "text-lg"}`}>
          <bdi>{title}</bdi>
        </Heading>
        {text !== undefined ? (
          <p className="mt-1 max-w-2xl text-sm text-slate-600 dark:text-slate-400">
            <bdi>{text}</bdi>
          </p>
        ) : null}
      </div>
      {actions !== undefined ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
    </div>
  );
}
