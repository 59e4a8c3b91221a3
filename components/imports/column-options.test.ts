import { expect, test } from "vitest";
import { columnOptions } from "./column-options.ts";

test("columns go by their names, by their numbers where those do not tell", () => {
  expect(columnOptions(["time", "notes", "", "notes"])).toEqual([
    { value: "time", number: null, name: "time" },
    { value: "#2", number: 2, name: "notes" },
    { value: "#4", number: 4, name: "notes" },
  ]);
  expect(columnOptions(["#1", "#2"])).toEqual([
    { value: "#1", number: 1, name: "" },
    { value: "#2", number: 2, name: "" },
  ]);
});
