import { expect, test } from "vitest";
import { csvCell } from "./csv-cell.ts";

test.each<[string, string]>([
  ["=1+1", "'=1+1"],
  ["+44 20", "'+44 20"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", '"\'\r=1"'],
  ["\n=1", '"\'\n=1"'],
  ["  =1+1", "'  =1+1"],
  ["＝1+1", "'＝1+1"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
])("a text that looks like a formula is disarmed: %j", (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test.each<[string | number, string]>([
  ["amal", "amal"],
  ["a=b", "a=b"],
  ["", ""],
  [-2, "-2"],
  ["a,b", '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\nlines", '"two\nlines"'],
])("any other value stays what it is: %j", (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});
