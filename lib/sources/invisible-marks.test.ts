import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutMarks } from "./invisible-marks.ts";

const MARKS = ["\u200e", "\u200f", "\u200b", "\ufeff", "\u00ad", "\u061c", "\u2060", "\u202a", "\u2069"];

it("takes invisible marks out of a code, wherever they stand", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(..."aZ09_-."), fc.constantFrom("", ...MARKS, "\u200c", "\u200d"))),
      fc.constantFrom("", "\u00a0", ...MARKS, "\u200d "),
      (parts, around) => {
        const marked = around + parts.map((part) => part.join("")).join("") + around;
        expect(withoutMarks(marked)).toBe(parts.map(([letter]) => letter).join(""));
      },
    ),
  );
});

it("keeps the joiners that words and pictures are made with, and makes no-break spaces plain", () => {
  const family = "\u{1f469}\u200d\u{1f467}";
  expect(withoutMarks(`\u200f${family}\u200e`)).toBe(family);
  expect(withoutMarks("می\u200cخواهم\u200c")).toBe("می\u200cخواهم");
  expect(withoutMarks("Sami\u00a0Ali")).toBe("Sami Ali");
});
