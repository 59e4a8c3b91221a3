import { expect, test } from "vitest";
import {
  groupedRecoveryCode,
  RECOVERY_LETTERS,
  readSecondFactorCode,
} from "#lib/domain/second-factor-code.ts";

test.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["123-456", "123456"],
  ["١٢٣٤٥٦", "123456"],
  ["۱۲۳۴۵۶", "123456"],
  ["٠٩٠٩۰۹", "090909"],
  ["\u200f٧٨٩ ٠١٢\u200f", "789012"],
])("%j is six digits", (typed, digits) => {
  expect(readSecondFactorCode(typed)).toEqual({ kind: "totp", digits });
});

test.each([
  ["abcde-fghjk", "abcdefghjk"],
  ["ABCDE FGHJK", "abcdefghjk"],
  ["zyxwv–utsrq", "zyxwvutsrq"],
])("%j is a recovery code", (typed, letters) => {
  expect(readSecondFactorCode(typed)).toEqual({ kind: "recovery", letters });
});

test.each([
  "",
  "12345",
  "1234567",
  "१२३४५६",
  "abcde-fghi",
  "abcdefghjkm",
  "abcdefghlo",
  "12345a",
  "1".repeat(70),
])("%j is neither", (typed) => {
  expect(readSecondFactorCode(typed)).toBeNull();
});

test("a recovery code is shown in two groups, as it may be typed, of letters that look like no other", () => {
  expect(groupedRecoveryCode("abcdefghjk")).toBe("abcde-fghjk");
  expect(RECOVERY_LETTERS).not.toMatch(/[ilo01]/);
});
