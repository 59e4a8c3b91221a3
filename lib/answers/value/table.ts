import {
  type Cell,
  estimateCells,
  estimateColumns,
  plainCells,
  type Row,
  type Table,
} from "#lib/answers/table.ts";
import type { ValueAnswer } from "./answer.ts";

const COUNT_OF = "ratings_of_";

const columns = {
  figure: "Name of the figure; rates are 0 to 1",
  ...estimateColumns("value", "Its value"),
};

/** What it was worth to those who passed it on. */
export const valueSenderTable = {
  columns,
  rows: ({ sender, scale }) => [
    ["mean_rating", ...estimateCells(sender.mean)],
    ["share_rate", ...estimateCells(sender.shareRate)],
    ["repeat_sharers", ...estimateCells(sender.repeatRate)],
    ["sharers_who_stay", ...estimateCells(sender.stayRate)],
    ...scoreRows(sender.scores, scale.low),
  ],
} satisfies Table<ValueAnswer>;

/** What it was worth to those whom it reached. */
export const valueReceiverTable = {
  columns,
  rows: ({ receiver, scale }) => [
    ["mean_rating", ...estimateCells(receiver.mean)],
    ["conversion_rate", ...estimateCells(receiver.conversionRate)],
    ["reshare_rate", ...estimateCells(receiver.reshareRate)],
    ["value_per_conversion", ...plainCells(receiver.valuePerConversion)],
    ...scoreRows(receiver.scores, scale.low),
  ],
} satisfies Table<ValueAnswer>;

function scoreRows(scores: readonly number[], lowest: number): Row[] {
  return scores.map((count, i) => [`${COUNT_OF}${lowest + i}`, ...plainCells(count)]);
}

/** The rating whose number a figure of these tables is; null for the other figures. */
export function ratingOf(figure: Cell): number | null {
  return String(figure).startsWith(COUNT_OF) ? Number(String(figure).slice(COUNT_OF.length)) : null;
}
