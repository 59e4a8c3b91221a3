import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CSV_DIALECTS, csvFile } from "./csv.ts";
import { guardFormulas, withoutGuards } from "./formula-guard.ts";

const DANGEROUS = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/;
const SEPARATORS = [",", ";", "\t"] as const;

const MARKS = [
  ...["=", "+", "-", "@", "＝", "＋", "－", "＠", ";", "\t", ",", '"', "'", "\r", "\n", "\r\n", " "],
  ...["a", "1", "|", "انتشار", "\uFEFF", "\u0000"],
];
const hostile = fc.array(fc.constantFrom(...MARKS), { maxLength: 12 }).map((marks) => marks.join(""));
const cell = fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 20 }), fc.constant(null));
// What our files begin their lines with is no negative number.
const row = fc.tuple(cell, cell, fc.oneof(cell, fc.integer()), cell);

/** As spreadsheets read: quotes count at the beginning of a cell alone, what follows them is taken as it is. */
function readAsSpreadsheet(file: string, separator: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at < file.length; ) {
    let value = "";
    if (file[at] === '"') {
      for (at += 1; at < file.length; at++) {
        if (file[at] === '"' && file[++at] !== '"') break;
        value += file[at];
      }
    }
    while (at < file.length && !["\r", "\n", separator].includes(file.charAt(at))) value += file[at++];
    cells.push(value);
    at += 1;
  }
  return cells;
}

function readByLibrary(file: string, delimiter: string): string[] {
  const options = {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n"],
  };
  const records: string[][] = parse(file, { ...options, skip_empty_lines: true });
  return records.flat();
}

const READINGS = CSV_DIALECTS.flatMap((dialect) =>
  SEPARATORS.map((separator) => [dialect, separator] as const),
);

describe.each(READINGS)("a file of ours with %ss read with %j between its cells", (dialect, separator) => {
  const isFormula = (text: string) => DANGEROUS.test(text);

  it("holds no formula, whatever its texts are", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const file = csvFile(["a", "b", "c", "d"], rows, { bom: false, dialect });
        const numbers = new Set(rows.map(([, , number]) => String(number)));
        const read = readAsSpreadsheet(file, separator);
        expect(read.filter((text) => isFormula(text) && !numbers.has(text))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it("nor for a second reader, of files that it reads at all", () => {
    let files = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const file = csvFile(["a", "b", "c", "d"], rows, { bom: false, dialect });
        const numbers = new Set(rows.map(([, , number]) => String(number)));
        let read: string[];
        try {
          read = readByLibrary(file, separator);
        } catch {
          return;
        }
        files += 1;
        expect(read.filter((text) => isFormula(text) && !numbers.has(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(files).toBeGreaterThan(500);
  });

  it("would hold one if it were written as it came", () => {
    const raw = `a,b\r\n1,"x${separator}=1+1"\r\n${separator === "," ? "=1,2\r\n" : ""}`;
    expect(readAsSpreadsheet(raw, separator).filter(isFormula)).toHaveLength(1);
  });
});

test.each(CSV_DIALECTS)("with %ss every text comes back as it was, and no two become one", (dialect) => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (text) => {
      expect(withoutGuards(guardFormulas(text, dialect), dialect)).toBe(text);
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  ["x;=1+1", "x;'=1+1"],
  ['x;"=1+1"', `x;'"=1+1"`],
  ["x\t=1", "x\t'=1"],
  ["x\r\n=1", "x\r\n'=1"],
  ["x; -y", "x;' -y"],
  ["'=1", "''=1"],
])("what would be a formula behind a separator is disarmed: %j", (text, guarded) => {
  expect(guardFormulas(text)).toBe(guarded);
});

test.each(["a;b", "a;b=c", "two\r\n\r\nlines", "it's", "'tis; 'twas", "a=b", "انتشار؛ =1"])(
  "anything else stays as it is: %j",
  (text) => {
    expect(guardFormulas(text)).toBe(text);
    expect(withoutGuards(text)).toBe(text);
  },
);
