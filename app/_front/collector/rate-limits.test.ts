import { expect, it } from "vitest";
import { createRateLimits } from "./rate-limits.ts";

const LIMITS = { eventsPerAddress: 10, eventsPerKey: 100, visitsPerAddress: 2, missesPerAddress: 3 };

function limits(mostKeys?: number) {
  const clock = { at: 1_000_000 };
  const options = { now: () => clock.at, ...(mostKeys === undefined ? {} : { mostKeys }) };
  return { clock, ...createRateLimits(LIMITS, options) };
}

it("gives a client a minute", () => {
  const { clock, events } = limits();
  expect([events("192.0.2.1", 10), events("192.0.2.1", 1)]).toEqual([0, 60]);
  clock.at += 60_000;
  expect(events("192.0.2.1", 10)).toBe(0);
});

it("gives it to one address, one /64, one key", () => {
  const { events, key, visits } = limits();
  expect(events("2001:db8:0:1::1", 10)).toBe(0);
  expect(events("2001:db8:0:1:ffff::2", 1)).toBe(60);
  expect(events("2001:db8:0:2::1", 1)).toBe(0);
  expect(events("192.0.2.2", 1)).toBe(0);
  expect([key("a", 100), key("a", 1), key("b", 1)]).toEqual([0, 60, 0]);
  expect([visits("192.0.2.2"), visits("192.0.2.2"), visits("192.0.2.2")]).toEqual([0, 0, 60]);
  expect([visits("2001:db8::1"), visits("2001:db8::2"), visits("2001:db8::3")]).toEqual([0, 0, 60]);
});

it("remembers so many clients and no more, however many there are", () => {
  const { events } = limits(1000);
  expect(events("192.0.2.1", 10)).toBe(0);
  for (let n = 0; n < 999; n += 1) events(`10.0.${n >> 8}.${n & 255}`, 1);
  expect(events("192.0.2.1", 1)).toBe(60);
  for (let n = 0; n < 1000; n += 1) events(`10.1.${n >> 8}.${n & 255}`, 1);
  expect(events("192.0.2.1", 1)).toBe(0);
});
