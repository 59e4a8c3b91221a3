import { describe, expect, it, vi } from "vitest";
import { clientNetwork, createRateLimiter, type Taken } from "./rate-limiter.ts";

function limiter(options: { most?: number; mostKeys?: number } = {}) {
  const clock = { at: 5000 };
  return { clock, ...createRateLimiter({ most: 3, windowMs: 60_000, now: () => clock.at, ...options }) };
}

describe("a key's window", () => {
  it("has room for so much, says when it ends, and begins anew", () => {
    const { clock, take } = limiter();
    expect([take("a", 2), take("a"), take("a")]).toEqual([0, 0, 60]);
    clock.at += 45_500;
    expect(take("a")).toBe(15);
    clock.at += 14_499;
    expect(take("a")).toBe(1);
    clock.at += 1;
    expect([take("a", 3), take("a")]).toEqual([0, 60]);
  });

  it("goes on with what is recalled, asked once a window, for as long as that lasts", () => {
    const { clock, take } = limiter();
    const recall = vi.fn((): Taken | null => ({ taken: 2, endsInMs: 20_000 }));
    expect([take("a", 1, recall), take("a", 1, recall)]).toEqual([0, 20]);
    expect(recall).toHaveBeenCalledTimes(1);
    clock.at += 20_000;
    recall.mockReturnValue(null);
    expect([take("a", 3, recall), take("a", 1, recall)]).toEqual([0, 60]);
    expect(recall).toHaveBeenCalledTimes(2);
  });

  it("does not admit a smaller part of what it refused, and is no other key's", () => {
    const { take } = limiter();
    expect([take("a", 4), take("a", 1), take("b", 3)]).toEqual([60, 60, 0]);
  });

  it("takes back one at a time, and no more than was taken", () => {
    const { take, giveBack } = limiter();
    for (const key of ["a", "a", "b"]) giveBack(key);
    take("a", 3);
    giveBack("a");
    expect([take("a"), take("a")]).toEqual([0, 60]);
    take("b");
    for (let n = 0; n < 5; n += 1) giveBack("b");
    expect([take("b", 3), take("b")]).toEqual([0, 60]);
  });
});

describe("so many keys", () => {
  it("are remembered and no more; the one that was quiet for longest is forgotten", () => {
    const { take } = limiter({ mostKeys: 3 });
    take("a", 3);
    take("b", 3);
    take("c", 3);
    expect(take("a")).toBe(60);
    take("d");
    expect(take("a")).toBe(60);
    expect(take("c")).toBe(60);
    expect(take("b")).toBe(0);
  });

  it("keep no timer each", () => {
    vi.useFakeTimers();
    try {
      const { take } = limiter();
      for (let n = 0; n < 1000; n += 1) take(String(n));
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

it("measures time by a clock that nobody sets", () => {
  const wall = Date.now;
  const { take } = createRateLimiter({ most: 1, windowMs: 60_000 });
  take("a");
  try {
    Date.now = () => wall() + 3_600_000;
    expect(take("a")).toBe(60);
    Date.now = () => wall() - 3_600_000;
    expect(take("a")).toBe(60);
  } finally {
    Date.now = wall;
  }
});

it("knows a client by its IPv4 address, however spelled, or by its /64", () => {
  const same = (...addresses: string[]) => new Set(addresses.map(clientNetwork)).size === 1;
  expect(same("192.0.2.1", "::ffff:192.0.2.1", "::FFFF:c000:201")).toBe(true);
  expect(same("192.0.2.1", "192.0.2.2")).toBe(false);
  expect(same("::ffff:192.0.2.1", "::ffff:192.0.2.2")).toBe(false);
  expect(same("2001:db8:0:1::1", "2001:0DB8::1:ffff:0:0:2")).toBe(true);
  expect(same("2001:db8:0:1::1", "2001:db8:0:2::1")).toBe(false);
});
