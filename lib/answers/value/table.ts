import { estimateCells, estimateColumns, type Row, type Table } from "#lib/answers/table.ts";
import type { ValueAnswer } from "./answer.ts";

const columns = {
  figure: "Name of the figure; rates are 0 to 1",
  ...estimateColumns("value", "Its value"),
};

/** What it was worth to those who passed it on. */
export const valueSenderTable: Table<ValueAnswer> = {
  columns,
  rows: ({ sender, scale }) => [
    ["mean_rating", ...estimateCells(sender.mean)],
    ["share_rate", ...estimateCells(sender.shareRate)],
    ["repeat_sharers", ...estimateCells(sender.repeatRate)],
    ["sharers_who_stay", ...estimateCells(sender.stayRate)],
    ...scoreRows(sender.scores, scale.low),
  ],
};

/** What it was worth to those whom it reached. */
export const valueReceiverTable: Table<ValueAnswer> = {
  columns,
  rows: ({ receiver, scale }) => [
    ["mean_rating", ...estimateCells(receiver.mean)],
    ["conversion_rate", ...estimateCells(receiver.conversionRate)],
    ["reshare_rate", ...estimateCells(receiver.reshareRate)],
    ["value_per_conversion", receiver.valuePerConversion, null, null, null],
    ...scoreRows(receiver.scores, scale.low),
  ],
};

function scoreRows(scores: readonly number[], lowest: number): Row[] {
  return scores.map((count, i) => [`ratings_of_${lowest + i}`, count, null, null, null]);
}
