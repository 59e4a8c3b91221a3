/** Classes of a few choices side by side, in one track. */
export const segmentsClass = "flex gap-0.5 rounded-lg bg-slate-200/70 p-0.5 dark:bg-slate-800";

/** Classes of one choice in the track; the current one is a link's or holds the checked radio button. */
export const segmentClass =
  "cursor-pointer whitespace-nowrap rounded-md px-3 py-1.5 text-xs font-medium text-slate-700 hover:text-slate-950 aria-[current=page]:bg-white aria-[current=page]:text-slate-950 aria-[current=page]:shadow-sm has-[:checked]:bg-white has-[:checked]:text-slate-950 has-[:checked]:shadow-sm has-[:focus-visible]:outline has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-teal-600 dark:text-slate-300 dark:hover:text-white dark:aria-[current=page]:bg-slate-950 dark:aria-[current=page]:text-white dark:has-[:checked]:bg-slate-950 dark:has-[:checked]:text-white dark:has-[:focus-visible]:outline-teal-400";
