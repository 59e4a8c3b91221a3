import { expect, test } from "vitest";
import { ownPath } from "#app/_server/own-path.ts";

test.each([
  ["/w/acme?from=2026-01-01#k", "/w/acme?from=2026-01-01#k"],
  ["/", "/"],
  ["/w/شركة", `/w/${encodeURIComponent("شركة")}`],
  ["//evil.test", "/"],
  ["/\\evil.test", "/"],
  ["/\t/evil.test", "/"],
  ["/.//evil.test", "/"],
  ["https://evil.test", "/"],
  ["javascript:alert(1)", "/"],
  ["w/acme", "/"],
  ["", "/"],
  [null, "/"],
  [undefined, "/"],
])("%j leads to %j", (text, path) => {
  expect(ownPath(text)).toBe(path);
});
