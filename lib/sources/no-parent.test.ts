import { expect, it } from "vitest";
import { statedParent } from "./no-parent.ts";

const NOBODY = [
  ...["NULL", "null", "Null", "(null)", "<null>", "[null]", '"NULL"', "'none'", "{}", "[]", "()", "nil"],
  ...["NA", "N/A", "n/a", "#N/A", "#NULL!", "<NA>", "NaN", "nan", "NaT", "None", "(none)", "undefined"],
  ...["\\N", "\\\\N", "-", "--", "—", "–", "...", "?", "-1", "(empty)", "(blank)", "(not set)", "Not Set"],
  ...["لا يوجد", "لا  يوجد", "(لا يوجد)", "لا أحد", "غير متوفر", "غير محدد", "بدون", "«بلا»"],
  ...["00000000-0000-0000-0000-000000000000"],
];

it.each(NOBODY)("takes %s for nobody", (word) => expect(statedParent(word)).toBeNull());

it.each([
  "nobody",
  "nana",
  "A",
  "n1",
  "-a1",
  "(a1)",
  "#12",
  "@ali",
  "_1",
  "007",
  "00",
  "-2",
  "غير",
  "null0",
  "لا",
])("leaves %s, which may be a code", (code) => expect(statedParent(code)).toBe(code));

it.each(["0", "0.0", "0.00", "-0.0"])(
  "leaves %s as 0, which is a parent where a share has that code",
  (zero) => expect(statedParent(zero)).toBe("0"),
);
