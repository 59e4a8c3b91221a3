import type { ReactNode } from "react";
import { surfaceClass } from "./surface-class.ts";

const COLUMNS = {
  3: "grid-cols-1 sm:grid-cols-3",
  4: "grid-cols-2 lg:grid-cols-4",
  5: "grid-cols-2 lg:grid-cols-5",
  6: "grid-cols-2 md:grid-cols-3 xl:grid-cols-6 print:grid-cols-3",
} as const;

/** Figures side by side on one surface; `columns` is how many stand in a row on a wide screen. */
export function StatGrid(props: { columns: keyof typeof COLUMNS; label?: string; children: ReactNode }) {
  return (
    <dl aria-label={props.label} className={`grid ${surfaceClass} ${COLUMNS[props.columns]}`}>
      {props.children}
    </dl>
  );
}
