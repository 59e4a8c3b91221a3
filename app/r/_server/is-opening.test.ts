import { expect, test } from "vitest";
import { isOpening } from "./is-opening.ts";

test.each([
  ["a link in a mail or an address typed in", { "sec-fetch-site": "none" }, true],
  ["a link on another site", { "sec-fetch-site": "cross-site" }, true],
  ["a link on a neighbouring site", { "sec-fetch-site": "same-site" }, true],
  ["a program, and an old browser", {}, true],
  ["other days, chosen on the page", { "sec-fetch-site": "same-origin" }, false],
  ["fetched ahead", { "sec-fetch-site": "none", "sec-purpose": "prefetch" }, false],
  ["drawn ahead", { "sec-fetch-site": "none", "sec-purpose": "prefetch;prerender" }, false],
  ["fetched ahead by an old browser", { purpose: "prefetch" }, false],
  ["fetched ahead from the page", { "sec-fetch-site": "same-origin", "sec-purpose": "prefetch" }, false],
  ["for another purpose", { "sec-fetch-site": "none", "sec-purpose": "preview" }, true],
])("%s: %o opens a report: %s", (_, headers: Record<string, string>, opens) => {
  expect(isOpening(new Headers(headers))).toBe(opens);
});
