/** The colour of every generation of a timeline, as a shape of a drawing and as a ground; the last for all deeper ones. */
export const GENERATION_COLOURS = [
  { shape: "fill-slate-500", ground: "bg-slate-500" },
  { shape: "fill-sky-500", ground: "bg-sky-500" },
  { shape: "fill-indigo-500", ground: "bg-indigo-500" },
  { shape: "fill-teal-500", ground: "bg-teal-500" },
  { shape: "fill-amber-500", ground: "bg-amber-500" },
  { shape: "fill-rose-500", ground: "bg-rose-500" },
] as const;
