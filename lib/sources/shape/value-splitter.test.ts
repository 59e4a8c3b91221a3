import fc from "fast-check";
import { expect, test } from "vitest";
import { ValueSplitter } from "./value-splitter.ts";

function split(text: string, path: readonly string[], chunk = text.length + 1) {
  const splitter = new ValueSplitter(path);
  const rows = [];
  for (let at = 0; at < text.length; at += chunk) rows.push(...splitter.push(text.slice(at, at + chunk)));
  rows.push(...splitter.end());
  return { rows, texts: rows.map(({ fields }) => fields[0] ?? ""), failure: splitter.failure?.fault };
}

const value = fc.jsonValue({ maxDepth: 3 });
const list = fc.array(fc.dictionary(fc.string({ maxLength: 4 }), value, { maxKeys: 4 }), { maxLength: 5 });

test("the values of a list come back one by one, however the document is laid out and cut", () => {
  fc.assert(
    fc.property(
      list,
      fc.array(value, { maxLength: 2 }),
      fc.constantFrom(0, 1, "\t"),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom([], ["data"], ["a", 'b"\\ü']),
      (values, beside, space, chunk, path) => {
        const wrapped = path.reduceRight<unknown>(
          (inner, key) => ({ beside, [key]: inner, other: beside }),
          values,
        );
        const { texts, failure } = split(JSON.stringify(wrapped, null, space), path, chunk);
        expect(failure).toBeUndefined();
        expect(texts.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
      },
    ),
  );
});

test("objects behind one another, in a list or not", () => {
  expect(split('{"a":1}{"a":2}\n {"a":3}', []).texts).toEqual(['{"a":1}', '{"a":2}', '{"a":3}']);
  expect(split('[{"a":1}]\n[{"a":2}]', []).texts).toEqual(['{"a":1}', '{"a":2}']);
});

test("values are given as they are written, digit by digit, with the line they end on", () => {
  const { rows } = split('[\n{"id":1767225600000000001},\n 5, "x",null]', []);
  expect(rows.map(({ line, fields }) => [line, fields[0]])).toEqual([
    [2, '{"id":1767225600000000001}'],
    [3, "5"],
    [3, '"x"'],
    [3, "null"],
  ]);
});

test.each([
  ['[{"a":1},{"a"', "json-cut-short", 1],
  ['{"data":[{"a":1}]', "json-cut-short", 1],
  ['[{"a":"1}]', "json-cut-short", 0],
  ['{"data":[{"a":1}}', "json-damaged", 1],
  ["[{}] x", "json-damaged", 1],
  ["[{}]\v[{}]", "json-damaged", 1],
  ['{"data":[{}]},{"a":1}', "json-damaged", 1],
  ['{"data":[{}]}{"a":1}', "json-damaged", 1],
  [`[{"a":"${"x".repeat(2_000_000)}`, "row-too-long", 0],
])("%.30s", (text, reason, before) => {
  const found = split(text, text.startsWith("{") ? ["data"] : [], 16_384);
  expect(found.failure?.reason).toBe(reason);
  expect(found.texts).toHaveLength(before);
});
