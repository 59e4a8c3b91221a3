import { expect, test } from "vitest";
import { parseImportArguments } from "./parse-import-arguments.ts";

test("all that can be asked", () => {
  const line = "log.csv --campaign Launch --map occurred_at=when --map person=who=x --zone Africa/Khartoum";
  expect(parseImportArguments(`${line} --policy all-or-nothing --dry-run`.split(" "))).toMatchObject({
    file: "log.csv",
    campaign: "Launch",
    map: { occurredAt: "when", person: "who=x" },
    zone: "Africa/Khartoum",
    policy: "all-or-nothing",
    dryRun: true,
    create: false,
  });
});

test("how a file is written is said by option, and left to the file otherwise", () => {
  const choices = (line: string) => parseImportArguments(line.split(" ")).choices;
  expect(choices("--dates month-first --decimal comma --serials 1904 --id-scope campaign")).toEqual({
    ...{ dateOrder: "month-first", decimal: "comma", serials: 1904, idScope: "campaign" },
  });
  expect(["dmy", "mdy", "ymd"].map((order) => choices(`--dates ${order}`).dateOrder)).toEqual([
    ...["day-first", "month-first", "year-first"],
  ]);
  expect(choices("log.csv")).toEqual({});
});

test.each([
  ["--dates", "toString"],
  ["--decimal", "dot"],
  ["--serials", "1901"],
  ["--id-scope", "world"],
  ["--map", "nothing"],
  ["--map", "planet=column"],
  ["--zone", "Mars/Olympus"],
  ["--policy", "hope"],
  ["--undo", "0"],
  ["--unknown", "1"],
])("%s %s is refused by name", (option, value) => {
  expect(() => parseImportArguments([option, value])).toThrow(option);
});

test("a delimiter is one character or its name", () => {
  const shapeOf = (mark: string) => parseImportArguments(["log.csv", "--delimiter", mark]).shape;
  expect([shapeOf("tab"), shapeOf("~"), shapeOf("،")]).toEqual([
    { delimiter: "\t" },
    { delimiter: "~" },
    { delimiter: "،" },
  ]);
  for (const wrong of ["", "ab", '"']) expect(() => shapeOf(wrong)).toThrow("--delimiter: one character");
});
