import {
  type Cell,
  estimateCells,
  estimateColumns,
  plainCells,
  type Row,
  type Table,
} from "#lib/answers/table.ts";
import type { MoneyAnswer } from "./answer.ts";

/** Prices of reach and of conversions. */
export const moneyTable: Table<{ readonly currency: string | null; readonly money: MoneyAnswer | null }> = {
  columns: {
    figure: "Name of the price, in the campaign's currency",
    currency: "ISO 4217",
    ...estimateColumns("value", "The price; viral_lift is a part, 0 to 1"),
  },
  rows({ currency, money }) {
    if (money === null) return [];
    const plain = (name: string, value: number | null): Cell[] => [name, currency, ...plainCells(value)];
    const nowcast: Row[] =
      money.nowcast === null
        ? []
        : [["effective_cost_young_shares_allowed_for", currency, ...estimateCells(money.nowcast)]];
    return [
      plain("spend", money.spend),
      plain("paid_seeds", money.paidSeeds),
      plain("people_in_paid_cascades", money.paidReach),
      plain("price_per_paid_seed", money.pricePerSeed),
      ["earned_reach_price", currency, ...estimateCells(money.earnedReachPrice)],
      ["paid_only_cost_per_conversion", currency, ...estimateCells(money.cost.paidOnly.price)],
      ["effective_cost_per_conversion", currency, ...estimateCells(money.cost.effective.price)],
      plain("viral_lift", money.cost.viralLift),
      ...nowcast,
    ];
  },
};
