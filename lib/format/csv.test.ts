import { expect, test } from "vitest";
import { csvFile } from "./csv.ts";

/** The first cell of a file of one. */
const cellOf = (value: string | number | null) =>
  csvFile(["key"], [[value]])
    .replace(/^\uFEFFkey\r\n/, "")
    .replace(/\r\n$/, "");

test.each<[string, string]>([
  ["=1+1", "'=1+1"],
  ["+44 20", "'+44 20"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t'=1"],
  ["\r=1", "\"'\r'=1\""],
  ["\n=1", "\"'\n'=1\""],
  ["  =1+1", "'  =1+1"],
  ["＝1+1", "'＝1+1"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
])("a text that looks like a formula is disarmed: %j", (text, cell) => {
  expect(cellOf(text)).toBe(cell);
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
  expect(cellOf(value)).toBe(cell);
});

test.each<[string | number, string]>([
  [1.5, "1,5"],
  [-2.25, "-2,25"],
  [3, "3"],
  [1e-7, "1e-7"],
  [1.5e-7, "1,5e-7"],
  // With three decimals a comma would look like thousands.
  [1.234, "1,2340"],
  [-12345.678, "-12345,6780"],
  ["1.5", "1.5"],
  ["a,b", "a,b"],
  ["a;b", '"a;b"'],
  ["x,=1+1", "x,'=1+1"],
  ["=1", "'=1"],
])("with semicolons a number has a comma, and no text is a formula: %j", (value, cell) => {
  expect(csvFile(["x", "y"], [[value, 1]], { bom: false, dialect: "semicolon" })).toBe(
    `x;y\r\n${cell};1\r\n`,
  );
});

test("a file has its keys first, CRLF after every line, and a byte order mark unless told otherwise", () => {
  const rows = [
    ["a", null],
    [undefined, 0],
  ];
  expect(csvFile(["x", "y"], rows)).toBe("\uFEFFx,y\r\na,\r\n,0\r\n");
  expect(csvFile(["x", "y"], [], { bom: false })).toBe("x,y\r\n");
});
