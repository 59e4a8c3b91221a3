import { ReferenceLine } from "recharts";

/**
 * A line for each note, numbered from 1, where it stands on the axis of time. Called, not rendered: the chart looks
 * for its lines among its own children.
 */
export function noteLines(notes: readonly { readonly id: number; readonly x: number | string }[]) {
  return notes.map(({ id, x }, i) => (
    <ReferenceLine
      key={`note ${id}`}
      x={x}
      stroke="currentColor"
      strokeDasharray="2 3"
      ifOverflow="hidden"
      label={{ value: String(i + 1), position: "insideTop" }}
    />
  ));
}
