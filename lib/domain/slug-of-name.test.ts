import { expect, test } from "vitest";
import { slugOfName } from "#lib/domain/slug-of-name.ts";

test.each([
  ["Sara & Co.", "sara-co"],
  ["Café Été", "cafe-ete"],
  ["شركة سارة", "workspace"],
  ["شركة 24", "24"],
  ["--", "workspace"],
  [`${"a".repeat(39)} b`, "a".repeat(39)],
])("%j becomes %j", (name, slug) => {
  expect(slugOfName(name)).toBe(slug);
});
