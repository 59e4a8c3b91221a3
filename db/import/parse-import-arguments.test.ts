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

test.each([
  ["--map", "nothing"],
  ["--map", "planet=column"],
  ["--zone", "Mars/Olympus"],
  ["--policy", "hope"],
  ["--undo", "0"],
  ["--unknown", "1"],
])("%s %s is refused by name", (option, value) => {
  expect(() => parseImportArguments([option, value])).toThrow(option);
});
