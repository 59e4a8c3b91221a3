import type { LegendItem } from "./legend-items.ts";

/** The legend under a picture. */
export function ViewLegend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 text-xs text-slate-600 dark:text-slate-400">
      {items.map((item) => (
        <li key={`${item.kind}${item.label}`} className="flex items-center gap-1.5">
          <Swatch {...item} />
          <bdi>{item.label}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Swatch({ kind, colour }: LegendItem) {
  if (kind === "disc") {
    return <span aria-hidden="true" className="size-2.5 rounded-full" style={{ background: colour }} />;
  }
  if (kind === "dashed") {
    return <span aria-hidden="true" className="w-6 border-t-2 border-dashed border-slate-400" />;
  }
  if (kind === "ring") {
    return (
      <span aria-hidden="true" className="size-3 rounded-full border-2" style={{ borderColor: colour }} />
    );
  }
  const filling = kind === "fold" ? "bg-slate-400/30" : "";
  return (
    <span aria-hidden="true" className={`size-2.5 rounded-full border-[1.5px] border-slate-500 ${filling}`} />
  );
}
