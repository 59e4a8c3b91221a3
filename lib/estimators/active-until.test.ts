import { expect, test } from "vitest";
import { activeUntil } from "./active-until.ts";

const hundred = Float64Array.from({ length: 100 }, (_, i) => i);
const slow = Float64Array.from({ length: 100 }, (_, i) => (i < 99 ? i : 105));
const late = (count: number, at: number) => Float64Array.from([...hundred, ...new Array(count).fill(at)]);

test.each<[string, Float64Array, number, { until: number; later: number }]>([
  ["nothing shared yet", new Float64Array(0), 500, { until: 500, later: 0 }],
  ["still shared", hundred, 105, { until: 105, later: 0 }],
  ["over, but for one late share", slow, 2_000_000, { until: 98, later: 1 }],
  ["over, and one share much later", late(1, 1_000_000), 2_000_000, { until: 98, later: 2 }],
  ["over, and a straggler just now", late(1, 1_000_000), 1_000_005, { until: 98, later: 2 }],
  ["a second wave just now", late(20, 1_000_000), 1_000_005, { until: 1_000_005, later: 0 }],
  ["two shares far apart", Float64Array.of(0, 1_000_000), 1_000_005, { until: 0, later: 1 }],
])("%s", (_, at, asOf, expected) => {
  expect(activeUntil({ at }, asOf, 10)).toEqual(expected);
});
