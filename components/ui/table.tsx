import type { ComponentProps } from "react";

/**
 * A table that scrolls by itself where it is wider, or taller than `boxClassName` lets it be. Its text lines up
 * with what stands above it; the tint of a row reaches a little further.
 */
export function Table({
  className = "",
  boxClassName = "",
  ...rest
}: ComponentProps<"table"> & { boxClassName?: string }) {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className={`scroll-shadow relative -mx-3 overflow-auto rounded-md print:overflow-visible ${boxClassName}`}
    >
      <table
        {...rest}
        className={`w-full border-collapse text-sm tabular-nums [&_tbody_tr:last-child_td]:border-b-0 ${className}`}
      />
    </div>
  );
}

/** A head cell; `figure` for a column of numbers, whose digits run left to right in any language and so line up on the right. */
export function Th({ className = "", figure = false, ...rest }: ComponentProps<"th"> & { figure?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={`whitespace-nowrap border-b border-slate-200 px-3 py-2 align-bottom text-xs font-medium text-slate-600 dark:border-slate-800 dark:text-slate-400 ${figure ? "text-end rtl:text-start" : "text-start"} ${className}`}
    />
  );
}

/** A cell; `figure` for a number. */
export function Td({ className = "", figure = false, ...rest }: ComponentProps<"td"> & { figure?: boolean }) {
  return (
    <td
      {...rest}
      className={`border-b border-slate-100 px-3 py-2.5 dark:border-slate-800/60 ${figure ? "whitespace-nowrap text-end rtl:text-start" : ""} ${className}`}
    />
  );
}
