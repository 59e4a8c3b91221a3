import { expect, test } from "vitest";
import { parseColumnForm } from "./parse-column-form.ts";

function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

const LOG = {
  "column.code": "id",
  "column.via": "pid",
  "column.person": "who",
  "column.occurredAt": "t",
  zone: "Africa/Cairo",
  policy: "all-or-nothing",
};

test("a whole form becomes settings", () => {
  expect(parseColumnForm(formOf(LOG))).toEqual({
    settings: {
      mapping: { code: "id", via: "pid", person: "who", occurredAt: "t" },
      zone: "Africa/Cairo",
      choices: {},
      policy: "all-or-nothing",
    },
    errors: {},
  });
});

test("how a file is written is a choice only where it was chosen", () => {
  const choices = (fields: object) => parseColumnForm(formOf({ ...LOG, ...fields })).settings.choices;
  expect(choices({ dateOrder: "day-first", decimal: "", serials: "1904", idScope: "campaign" })).toEqual({
    ...{ dateOrder: "day-first", serials: 1904, idScope: "campaign" },
  });
  expect(choices({ decimal: "comma" })).toEqual({ decimal: "comma" });
  expect(choices({ dateOrder: "never", decimal: ";", serials: "1901", idScope: "" })).toEqual({});
});

test.each([
  ["a needed field left out", { "column.via": "" }, { via: "imports.columns.error.needed" }],
  ["a column used twice", { "column.channel": "pid" }, { channel: "imports.columns.error.twice" }],
  ["a zone that is none", { zone: "Mars/Olympus" }, { zone: "imports.columns.error.zone" }],
])("%s is told at its field", (_name, change, errors) => {
  expect(parseColumnForm(formOf({ ...LOG, ...change })).errors).toEqual(errors);
});

test("with a column for the kind a file needs no codes", () => {
  const { errors } = parseColumnForm(
    formOf({ ...LOG, "column.kind": "k", "column.code": "", "column.via": "" }),
  );
  expect(errors).toEqual({});
});
