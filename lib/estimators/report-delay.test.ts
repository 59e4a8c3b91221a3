import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { completeUntil } from "./report-delay.ts";

const NOW = 100 * DAY;

/** Records that happened so long before now, each received after its delay. */
const of = (records: readonly (readonly [age: number, delay: number])[]) => ({
  happenedAt: records.map(([age]) => NOW - age),
  receivedAt: records.map(([age, delay]) => NOW - age + delay),
});
/** As many of a delay as asked, spread over the last days. */
const many = (count: number, delay: number, from = DAY) =>
  Array.from({ length: count }, (_, i) => [from + (i * 5 * DAY) / count, delay] as const);

describe("what is complete", () => {
  it("is all but the delay within which 95 % came", () => {
    expect(completeUntil(of([...many(950, MINUTE), ...many(50, 2 * HOUR)]), NOW)).toBe(NOW - MINUTE);
    expect(completeUntil(of([...many(940, MINUTE), ...many(60, 2 * HOUR)]), NOW)).toBe(NOW - 2 * HOUR);
    expect(completeUntil(of(many(500, 0)), NOW)).toBe(NOW);
  });

  it("is not asked of fewer than a hundred records", () => {
    expect(completeUntil(of(many(99, HOUR)), NOW)).toBe(NOW);
    expect(completeUntil(of(many(100, HOUR)), NOW)).toBe(NOW - HOUR);
    expect(completeUntil(of([]), NOW)).toBe(NOW);
  });

  it("leans on no record so young that its like may still be on their way", () => {
    // Half of all come after a day; of the last hours only the quick half is in.
    const old = [...many(200, 0, 3 * DAY), ...many(200, 20 * HOUR, 3 * DAY)];
    const young = Array.from({ length: 5000 }, (_, i) => [i, 0] as const);
    const late = completeUntil(of([...old, ...young]), NOW);
    expect(late).toBe(NOW - 20 * HOUR);
  });

  it("looks at the last 28 days, and at nothing that is yet to come", () => {
    const past = many(1000, 5 * HOUR, 29 * DAY);
    expect(completeUntil(of([...past, ...many(200, MINUTE)]), NOW)).toBe(NOW - MINUTE);
    expect(completeUntil(of(past), NOW)).toBe(NOW);
    const future = Array.from({ length: 300 }, (_, i) => [-HOUR - i, 0] as const);
    expect(completeUntil(of([...future, ...many(150, HOUR)]), NOW)).toBe(NOW - HOUR);
  });

  it("takes a fast clock for no delay", () => {
    expect(completeUntil(of(many(200, -3 * MINUTE)), NOW)).toBe(NOW);
  });
});
