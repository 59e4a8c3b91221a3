import { expect, test } from "vitest";
import { canonicalEmail } from "#lib/domain/canonical-email.ts";

test.each([
  ["sara@example.org", "sara@example.org"],
  [" Sara@Example.ORG ", "sara@example.org"],
  ["ｓａｒａ＠example．org", "sara@example.org"],
  ["sara+news@mail.example.org", "sara+news@mail.example.org"],
  ["سارة@مثال.اختبار", "سارة@مثال.اختبار"],
  ["a.b-c_d@x-y.io", "a.b-c_d@x-y.io"],
])("%j is %j", (text, email) => {
  expect(canonicalEmail(text)).toBe(email);
  expect(canonicalEmail(email)).toBe(email);
});

test.each([
  "",
  "sara",
  "@example.org",
  "sara@",
  "sara@example",
  "sara@example..org",
  "sara@-example.org",
  ".sara@example.org",
  "sara@omar@example.org",
  "sara＠omar@example.org",
  "sara omar@example.org",
  "sara,omar@example.org",
  "sara，omar@example.org",
  '"sara"@example.org',
  "sara<x>@example.org",
  "sara\u0000@example.org",
  "sara\u200b@example.org",
  "sara\u202e@example.org",
  "sara@example.org\r\nBcc: x@y.z",
  `${"a".repeat(65)}@example.org`,
  `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(60)}`,
])("%j is no address", (text) => {
  expect(canonicalEmail(text)).toBeNull();
});
