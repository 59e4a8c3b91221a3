/** Classes of whatever lies on the page as a sheet of its own. */
export const surfaceClass =
  "rounded-xl border border-slate-200 bg-white shadow-sm dark:border-slate-800 dark:bg-slate-900 print:shadow-none";
