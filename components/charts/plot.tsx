"use client";

import type { ReactElement } from "react";
import { ResponsiveContainer } from "recharts";

const INK = [
  "text-slate-600 dark:text-slate-400",
  "[&_.recharts-cartesian-axis-tick_text]:fill-current [&_.recharts-cartesian-axis-tick_text]:text-[11px]",
  "[&_.recharts-label]:fill-current [&_.recharts-label]:text-[11px]",
  // A halo in the colour of the surface keeps a label readable across marks.
  "[&_.recharts-label]:[paint-order:stroke] [&_.recharts-label]:stroke-white [&_.recharts-label]:[stroke-width:4px] dark:[&_.recharts-label]:stroke-slate-900",
  "[&_.recharts-cartesian-grid_line]:stroke-slate-200 dark:[&_.recharts-cartesian-grid_line]:stroke-slate-800",
  "[&_.recharts-cartesian-axis-line]:stroke-slate-300 dark:[&_.recharts-cartesian-axis-line]:stroke-slate-700",
  "[&_.recharts-cartesian-axis-tick-line]:stroke-slate-300 dark:[&_.recharts-cartesian-axis-tick-line]:stroke-slate-700",
  "[&_.recharts-surface]:rounded-md [&_.recharts-surface]:-outline-offset-1",
].join(" ");

/** The box of a drawn chart: left to right in every language, its ink from the theme. */
export function Plot(props: { label: string; className?: string; children: ReactElement }) {
  const { label, className = "h-64 sm:h-72", children } = props;
  return (
    <figure dir="ltr" aria-label={label} className={`mt-2 ${className} ${INK} print:h-56`}>
      <ResponsiveContainer width="100%" height="100%">
        {children}
      </ResponsiveContainer>
    </figure>
  );
}
