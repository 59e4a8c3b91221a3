import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJsonRow } from "./parse-json-row.ts";

const fieldsOf = (line: string) => Object.fromEntries(parseJsonRow(line) as Map<string, string>);

test("keeps all digits of whole numbers, however long, wherever they stand", () => {
  expect(fieldsOf('{"id":1767225600000000001,"via": -1767225600000000003 ,"n":7,"x":1.5,"a":null}')).toEqual({
    ...{ id: "1767225600000000001", via: "-1767225600000000003", n: "7", x: "1.5", a: "" },
  });
  expect(fieldsOf('{"attributes":{"city":12345678901234567890}}')).toEqual({ city: "12345678901234567890" });
  expect(fieldsOf('{"text":"say: 1767225600000000001","big":1e21,"long":1.12345678901234567}')).toEqual({
    ...{ text: "say: 1767225600000000001", big: "1e+21", long: "1.1234567890123457" },
  });
});

test("takes the last of two values of one name, and refuses what is no JSON, with long numbers as without", () => {
  expect(fieldsOf('{"a":1,"a":1767225600000000001}')).toEqual({ a: "1767225600000000001" });
  for (const line of [
    '{"a":01767225600000000001}',
    '{"a":1767225600000000001',
    "[1767225600000000001]",
    "1767225600000000001",
  ])
    expect(parseJsonRow(line), line).toBe("not-an-object");
  const nested = `{"a":${"[".repeat(100)}1767225600000000001${"]".repeat(100)}}`;
  expect(parseJsonRow(nested)).toBe("too-nested");
});

test("reads as much of every other line as JSON does", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (id, rest) => {
        const { attributes: _, ["__proto__"]: __, ...others } = rest;
        const line = JSON.stringify({ ...others, id: "ID" }).replace('"id":"ID"', `"id":${id}`);
        const expected = fieldsOf(JSON.stringify({ ...others, id: String(id) }));
        const read = fieldsOf(line);
        // What nests numbers is text of JSON itself, and no name of anything.
        for (const [name, value] of Object.entries(expected))
          if (typeof others[name] !== "object") expect(read[name], name).toBe(value);
      },
    ),
  );
});
