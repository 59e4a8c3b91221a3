/** What is still growing, in a legend or beside a figure. */
export const HATCHED =
  "bg-[repeating-linear-gradient(45deg,#94a3b8_0_1.5px,transparent_1.5px_4px)] border border-slate-400";
