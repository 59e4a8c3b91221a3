import { armsTable, pairsTable } from "#lib/answers/arms/table.ts";
import { type Cell, estimateCells, type Row, type Table } from "#lib/answers/table.ts";
import type { CompareAnswer } from "./answer.ts";
import type { ComparedSide } from "./compared-side.ts";

const SIDE = { side: "first or second" };
const PLAIN = ["shares", "sharers", "cascades", "depth", "maxBreadth", "structuralVirality"] as const;
const YIELDS = ["conversions", "conversionsPerShare", "value"] as const;

/** Two sides' figures beside each other. */
export const compareTable = {
  isInZip: false,
  columns: {
    figure: "Name of the figure; cycle_time in milliseconds",
    first: "Value of the first side",
    first_low_95: "Lower end of its 95 % interval",
    first_high_95: "Upper end of its 95 % interval",
    second: "Value of the second side",
    second_low_95: "Lower end of its 95 % interval",
    second_high_95: "Upper end of its 95 % interval",
  },
  rows({ comparison: { first, second } }) {
    const both = (name: (typeof PLAIN)[number] | (typeof YIELDS)[number]): Row => [
      name,
      ...plainCells(first?.[name]),
      ...plainCells(second?.[name]),
    ];
    const estimates = (name: "k" | "cycleTime"): Row => [
      name,
      ...sideCells(first, name),
      ...sideCells(second, name),
    ];
    return [...PLAIN.map(both), estimates("k"), estimates("cycleTime"), ...YIELDS.map(both)];
  },
} satisfies Table<CompareAnswer>;

/** What either side is as an arm, by each measure; and the two against each other. */
export const compareArmsTable = {
  ...armsTable<CompareAnswer>(({ comparison }) => comparison.tests),
  isInZip: false,
};
export const comparePairsTable = {
  ...pairsTable<CompareAnswer>(({ comparison }) => comparison.tests),
  isInZip: false,
};

/** What the growth curves of both sides are made of. */
export interface ComparedGrowth {
  readonly ages: readonly number[];
  readonly first: Pick<ComparedSide, "growth"> | null;
  readonly second: Pick<ComparedSide, "growth"> | null;
}

/** Mean size of a cascade by its age, of either side. */
export const compareGrowthTable = {
  isInZip: false,
  columns: { ...SIDE, age_ms: "Age of a cascade, milliseconds", shares: "Mean shares by then" },
  rows: ({ comparison }: { readonly comparison: ComparedGrowth }) =>
    sidesOf(comparison).flatMap(([name, side]) =>
      comparison.ages.map((age, step): Row => [name, age, side?.growth[step] ?? null]),
    ),
} satisfies Table<CompareAnswer>;

/** Channels of either side. */
export const compareChannelsTable = {
  isInZip: false,
  columns: { ...SIDE, channel: "Channel of the shares", shares: "Shares made there" },
  rows: ({ comparison }) =>
    sidesOf(comparison).flatMap(([name, side]) =>
      (side?.channels ?? []).map(({ channel, shares }): Row => [name, channel, shares]),
    ),
} satisfies Table<CompareAnswer>;

function sidesOf<S>({ first, second }: { readonly first: S; readonly second: S }) {
  return [["first", first] as const, ["second", second] as const];
}

function plainCells(value: number | null | undefined): Cell[] {
  return [value ?? null, null, null];
}

function sideCells(side: ComparedSide | null, name: "k" | "cycleTime"): Cell[] {
  return side === null ? [null, null, null] : estimateCells(side[name]).slice(0, 3);
}
