import { expect, test } from "vitest";
import { requestHead } from "#app/_front/request-head.ts";
import { createPageLimits, PAGES_PER_MINUTE } from "./page-limits.ts";

function head(url: string, cookie?: string) {
  return requestHead({ method: "GET", url, rawHeaders: cookie === undefined ? [] : ["Cookie", cookie] });
}

function ask(limits: ReturnType<typeof createPageLimits>, url: string, address: string, cookie?: string) {
  return limits(head(url, cookie), address);
}

test.each([
  ["/sign-in", PAGES_PER_MINUTE.anonymous],
  ["/r/some-token/csv/overview", PAGES_PER_MINUTE.report],
  ["/api/auth/csrf", PAGES_PER_MINUTE.auth],
])("a network may ask %s a number of times in a minute, then again", (url, most) => {
  let now = 0;
  const limits = createPageLimits({ now: () => now });
  for (let i = 0; i < most; i++) expect(ask(limits, url, "192.0.2.1")).toBe(0);
  expect(ask(limits, url, "192.0.2.1")).toBe(60);
  expect(ask(limits, url, "192.0.2.2")).toBe(0);
  now = 60_000;
  expect(ask(limits, url, "192.0.2.1")).toBe(0);
});

test("one kind does not use up another, and a /64 is one network", () => {
  const limits = createPageLimits({ now: () => 0 });
  for (let i = 0; i <= PAGES_PER_MINUTE.report; i++) ask(limits, "/r/token", `2001:db8::${i.toString(16)}`);
  expect(ask(limits, "/r/token", "2001:db8::ffff:1")).toBe(60);
  expect(ask(limits, "/r/token", "2001:db8:0:1::1")).toBe(0);
  expect(ask(limits, "/sign-in", "2001:db8::1")).toBe(0);
});

test("members are not counted, strangers with other cookies are", () => {
  const limits = createPageLimits({ now: () => 0 });
  for (let i = 0; i < PAGES_PER_MINUTE.anonymous; i++) ask(limits, "/w/a", "192.0.2.1", "a=b");
  expect(ask(limits, "/w/a", "192.0.2.1", "a=b")).toBe(60);
  expect(ask(limits, "/w/a", "192.0.2.1", "a=b; intishar.session=x")).toBe(0);
  expect(ask(limits, "/w/a", "192.0.2.1", "__Host-intishar.session=x")).toBe(0);
});
