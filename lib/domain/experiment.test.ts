import { describe, expect, it } from "vitest";
import { ExperimentInput, splitText } from "./experiment.ts";

const read = (split: string, judgedOn = "") => ExperimentInput.safeParse({ judgedOn, split });

describe("the form of a test", () => {
  it.each([
    ["", {}],
    ["A: 50, B: 50", { A: 50, B: 50 }],
    ["A:1،ب : 2.5", { A: 1, ب: 2.5 }],
    ["short: 90 %\nlong: 10%", { short: 90, long: 10 }],
    ["a:b: 1, c: 2", { "a:b": 1, c: 2 }],
  ])("reads the split %j", (text, split) => {
    expect(read(text).data?.split).toEqual(split);
    expect(read(splitText(split)).data?.split).toEqual(split);
  });

  it.each([
    "A: 50",
    "A: 1, A: 2",
    "A: 0, B: 1",
    "A, B",
    "A: -1, B: 2",
    ": 1, B: 2",
    "A: 1,, B: 2",
    "A: 1e9, B: 1",
  ])("refuses the split %j", (text) => {
    expect(read(text).error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [["split"], "split"],
    ]);
  });

  it("reads a day, or none, and refuses what is no day", () => {
    expect(read("", "2026-03-31").data?.judgedOn).toBe("2026-03-31");
    expect(read("", " ").data?.judgedOn).toBeNull();
    for (const day of ["2026-02-30", "31/03/2026", "tomorrow"])
      expect(read("", day).error?.issues[0]).toMatchObject({ path: ["judgedOn"], message: "day" });
  });
});
