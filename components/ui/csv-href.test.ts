import { expect, it } from "vitest";
import { csvHref } from "./csv-href.ts";

it.each([
  ["/w/a/campaigns/1", "", "/api/w/a/campaigns/1/csv/x"],
  [
    "/w/a/campaigns/12/channels",
    "period=7d&where=channel:sms",
    "/api/w/a/campaigns/12/csv/x?period=7d&where=channel%3Asms",
  ],
  ["/w/a/campaigns/1/sharers", "page=2", "/api/w/a/campaigns/1/csv/x?page=2"],
  ["/w/a/campaigns/1/sharers/%D8%B3%26", "", "/api/w/a/campaigns/1/csv/x?person=%D8%B3%26"],
  ["/w/a/campaigns/1x", "", null],
  ["/r/token", "", null],
])("of %s?%s is %s", (path, search, href) => {
  expect(csvHref(path, "x", new URLSearchParams(search))).toBe(href);
});
