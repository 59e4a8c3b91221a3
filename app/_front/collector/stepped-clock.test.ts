import { beforeEach, expect, it, vi } from "vitest";
import { HOUR } from "#lib/time/lengths.ts";
import { readMetrics } from "./testing/metrics-token.ts";
import { startCollector } from "./testing/start-collector.ts";

// Tests of the collector under a wall clock that is set forward and back while it runs.

// No step leaves the day: devices have other names on the next.
const NOON = Date.UTC(2026, 5, 1, 12);
let step = 0;
beforeEach(() => {
  step = 0;
  vi.spyOn(Date, "now").mockImplementation(() => NOON + step);
});

const unrecordedOf = async (url: string) =>
  Number(/unrecorded_visits_total\{reason="rate-limited"\} (\d+)/.exec(await readMetrics(url))?.[1] ?? 0);

it.each([HOUR, -HOUR])("counts a client's minute alike when the clock steps by %i ms", async (by) => {
  const { postFromPage, get, url, stem } = await startCollector({ eventsPerAddress: 1, visitsPerAddress: 2 });
  const event = (id: string) => ({ kind: "visit", person: "p", id });
  expect((await postFromPage(event("a"))).status).toBe(202);
  for (const [path, missed] of [
    ["aaaaaa", 0],
    ["bbbbbb", 0],
    ["cccccc", 1],
  ] as const) {
    expect((await get(`/s/${stem}-${path}`)).status).toBe(302);
    expect(await unrecordedOf(url)).toBe(missed);
  }
  step = by;
  const refused = await postFromPage(event("b"));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  await get(`/s/${stem}-dddddd`);
  expect(await unrecordedOf(url)).toBe(2);
});

it("takes follows that lie an hour apart by a clock set back for what they are: a burst, and no more", async () => {
  const { get, db, stem } = await startCollector();
  for (const at of [0, 0, -HOUR, -HOUR]) {
    step = at;
    await get(`/s/${stem}-aaaaaa`);
  }
  const labels = () => db.$client.prepare("SELECT count(*) FROM journal WHERE label = 'bot'").pluck().get();
  expect(labels()).toBe(1);
  for (const at of [0, 0, HOUR, HOUR]) {
    step = at;
    await get(`/s/${stem}-bbbbbb`);
  }
  expect(labels()).toBe(2);
});
