import type { ComponentProps } from "react";

/** A table that scrolls sideways by itself on a narrow screen. */
export function Table({ className = "", ...rest }: ComponentProps<"table">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <div className="overflow-x-auto rounded-md" tabIndex={0}>
      <table {...rest} className={`w-full border-collapse text-sm tabular-nums ${className}`} />
    </div>
  );
}

export function Th({ className = "", ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={`whitespace-nowrap border-b border-slate-200 px-3 py-2 text-start text-xs font-medium text-slate-500 dark:border-slate-800 dark:text-slate-400 ${className}`}
    />
  );
}

export function Td({ className = "", ...rest }: ComponentProps<"td">) {
  return (
    <td {...rest} className={`border-b border-slate-100 px-3 py-2.5 dark:border-slate-800/60 ${className}`} />
  );
}
