import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type RowDialect, RowSplitter } from "./row-splitter.ts";

/** Rows of a text that is given in chunks of some length. */
function split(text: string, dialect: RowDialect, chunk = text.length + 1) {
  const splitter = new RowSplitter(dialect);
  const rows = [];
  for (let at = 0; at < text.length; at += chunk) rows.push(...splitter.push(text.slice(at, at + chunk)));
  rows.push(...splitter.end());
  return { rows, fields: rows.map(({ fields }) => fields), failure: splitter.failure };
}

const CSV = { delimiter: ",", quoting: true };
const cell = fc.stringMatching(/^[ab ,;|\t"\n\r]{0,6}$/);
/** No row is blank, and no line within quotes has a number where rows have theirs. */
const table = fc.array(
  fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => ["k", "2024", ...cells]),
  { minLength: 1, maxLength: 6 },
);
const ENDS = ["\n", "\r\n", "\r"];
const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

test("rows come back as they were written, cut anywhere, as the reference reads them", () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(",", ";", "\t", "|"),
      fc.array(fc.constantFrom(...ENDS), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, delimiter, ends, chunk) => {
        const text = rows.map((row, i) => row.map(quoted).join(delimiter) + ends[i % ends.length]).join("");
        const found = split(text, { delimiter, quoting: true }, chunk);
        expect(found.fields).toEqual(rows);
        const options = { delimiter, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] };
        expect(found.fields).toEqual(parse(text, options));
        const lines = text.split(/\r\n|\n|\r/);
        expect(found.rows.at(-1)?.line).toBe(lines.length - 1);
      },
    ),
  );
});

test("whatever a text is, its rows do not depend on how it comes", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[ab1,"\n\r\t ]{0,80}$/),
      fc.constantFrom(",", "\t", " "),
      fc.boolean(),
      fc.integer({ min: 1, max: 7 }),
      (text, delimiter, quoting, chunk) => {
        expect(split(text, { delimiter, quoting }, chunk)).toEqual(split(text, { delimiter, quoting }));
      },
    ),
    { numRuns: 1000 },
  );
});

test("without quoting no character of a text is lost but delimiters and line ends", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab,"\n\r]{0,60}$/), (text) => {
      const { fields } = split(text, { delimiter: ",", quoting: false });
      expect(fields.flat().join("")).toBe(text.replace(/[,\n\r]/g, ""));
    }),
  );
});

test("lines before the table are left out, whatever quotes they hold, and counted", () => {
  const { rows } = split('a "b\r\n"c\n\nx,y\n1,2\n', { ...CSV, skipLines: 3 });
  expect(rows).toEqual([
    { line: 4, fields: ["x", "y"] },
    { line: 5, fields: ["1", "2"] },
  ]);
});

test("an opening quote costs its own row at the most", () => {
  const rows = ["k,x,2024,a", 'l,"y,2024,b', "m,x,2024,c", 'n,x,2024,5"', "o,x,2024,d"];
  expect(split(rows.join("\n"), CSV).fields.map(([first]) => first)).toEqual(["k", "l", "m", "n", "o"]);
});

test.each([
  ['a,"b" c,d', ["a", '"b" c', "d"]],
  ['a,5" b,d', ["a", '5" b', "d"]],
  ['a, "b, c" ,d', ["a", "b, c", "d"]],
  ['a,"""b""",d', ["a", '"b"', "d"]],
  ['a,"",d', ["a", "", "d"]],
  ['a,"b', ["a", '"b']],
])("%s", (text, fields) => {
  expect(split(text, CSV).fields).toEqual([fields]);
});

test("quotes that are never closed are not searched for without end", () => {
  const text = `${`k,"${"x".repeat(2000)}\n`.repeat(3000)}`;
  const { rows, failure } = split(text, CSV, 16_384);
  expect(rows).toHaveLength(3000);
  expect(failure).toBeUndefined();
});

test("runs of blanks divide, quotes keep words together", () => {
  expect(split(' a  b\t c\n"d e" f\n', { delimiter: " ", quoting: true }).fields).toEqual([
    ["a", "b", "c"],
    ["d e", "f"],
  ]);
});
