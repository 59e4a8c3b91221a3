import { expect, it } from "vitest";
import { keepColumns, parseShapeForm } from "./shape-form.ts";

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it("choices go on top of those by which the file was read, and what is not offered is left out", () => {
  const before = { encoding: "windows-1252", delimiter: "," };
  const form = formOf({ "shape.encoding": "windows-1256", "shape.delimiter": "tab", "shape.sheet": "" });
  expect(parseShapeForm(form, before)).toEqual({ encoding: "windows-1256", delimiter: "\t" });
  expect(parseShapeForm(formOf({ "shape.encoding": "rot13", "shape.delimiter": "x" }), before)).toEqual(
    before,
  );
  expect(parseShapeForm(formOf({ "shape.sheet": "März" }), {})).toEqual({ sheet: "März" });
});

it("another file of an archive is looked at afresh, the same one as it was read", () => {
  const before = { entry: "a.csv", delimiter: ";" };
  expect(parseShapeForm(formOf({ "shape.entry": "b.csv", "shape.delimiter": "tab" }), before)).toEqual({
    entry: "b.csv",
  });
  expect(parseShapeForm(formOf({ "shape.entry": "a.csv" }), before)).toEqual(before);
});

it("columns that were chosen are kept where they are still there", () => {
  const file = { header: ["x", "who", "at"], mapping: { code: "x", person: "at", occurredAt: "at" } };
  const chosen = { code: "#3", person: "who", via: "gone", channel: "=sms", kind: "#4" };
  expect(keepColumns(chosen, file)).toEqual({ code: "#3", person: "who", channel: "=sms", occurredAt: "at" });
  expect(keepColumns({ person: "at" }, file)).toEqual({ code: "x", person: "at" });
});
