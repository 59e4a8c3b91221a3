import { describe, expect, it } from "vitest";
import { columnsOf, estimateCells, estimateColumns, figureOf, namedRows, type Table } from "./table.ts";
import { questionTo } from "./testing/question-to.ts";
import { simulatedCampaigns } from "./testing/simulated-campaigns.ts";

const QUESTION = questionTo(simulatedCampaigns().blank, "", 0);

describe("an estimate in five cells", () => {
  it.each([
    ["known", { value: 0.5, low: 0.4, high: 0.6 }, [0.5, 0.4, 0.6, null, null]],
    ["known to be nothing", { value: 0, low: 0, high: 0.1 }, [0, 0, 0.1, null, null]],
    [
      "without an interval, with a note",
      { value: 2, note: "one-cascade" },
      [2, null, null, "one-cascade", null],
    ],
    ["unknown", { value: null, why: "too-few" }, [null, null, null, "too-few", null]],
    [
      "unknown, with a note",
      { value: null, why: "censored", note: "no-clear-growth" },
      [null, null, null, "no-clear-growth", null],
    ],
    ["at least so much", { value: null, why: "censored", low: 3 }, [null, 3, null, "censored", null]],
    ["without a bound", { value: 9, low: 1, high: Number.POSITIVE_INFINITY }, [9, 1, "infinity", null, null]],
    [
      "without a lower one",
      { value: 9, low: Number.NEGATIVE_INFINITY, high: 10 },
      [9, "-infinity", 10, null, null],
    ],
    [
      "of a young campaign",
      { value: 2, note: "shortened-horizon", within: 60_000 },
      [2, null, null, "shortened-horizon", 60_000],
    ],
  ] as const)("%s", (_, estimate, cells) => {
    expect(estimateCells(estimate)).toEqual(cells);
    expect(Object.keys(estimateColumns("k", "K"))).toHaveLength(cells.length);
  });

  it("is nothing where it is no number", () => {
    expect(estimateCells({ value: 1, low: Number.NaN, high: Number.NaN })).toEqual([
      1,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("a cell as a figure", () => {
  it.each([
    [0, 0],
    ["infinity", Number.POSITIVE_INFINITY],
    ["-infinity", Number.NEGATIVE_INFINITY],
    [null, null],
    ["12", null],
  ])("%j is %j", (cell, figure) => {
    expect(figureOf(cell)).toBe(figure);
  });
});

it("names the cells of a row by the keys of the columns", () => {
  const table = {
    columns: { place: "Its place", twice: "Twice that" },
    rows: (answer: readonly number[], { zone }: { zone: string }) =>
      answer.map((number) => [`${zone} ${number}`, 2 * number]),
  } satisfies Table<readonly number[]>;
  expect(namedRows(table, [3, 1], { zone: "UTC" })).toEqual([
    { place: "UTC 3", twice: 6 },
    { place: "UTC 1", twice: 2 },
  ]);
});

describe("some of a table's columns", () => {
  const table: Table<readonly number[]> = {
    columns: { one: "First", two: "Second", three: "Third" },
    options: { rows: "all" },
    rows: (answer) => answer.map((number) => [number, `${number}`, null]),
  };

  it("are in the order given, with their meanings, and keep what the table asks for", () => {
    const { columns, options, rows } = columnsOf(table, ["three", "one"]);
    expect(Object.entries(columns)).toEqual([
      ["three", "Third"],
      ["one", "First"],
    ]);
    expect(options).toEqual({ rows: "all" });
    expect([...rows([1, 2], QUESTION)]).toEqual([
      [null, 1],
      [null, 2],
    ]);
  });

  it.each([[["four"]], [["one", "One"]], [["toString"]]])("are refused where the table has no %j", (keys) => {
    expect(() => columnsOf(table, keys)).toThrow("no such column");
  });
});
