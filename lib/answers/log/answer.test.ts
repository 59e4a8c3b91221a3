import { describe, expect, it } from "vitest";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";
import { analyseLog } from "./answer.ts";
import { formatAnalysis } from "./format-analysis.ts";

const START = Date.UTC(2024, 2, 1);

function share(code: string, via: string | null, at: number, person = code): CampaignEvent {
  const seedKind = via === null ? ("organic" as const) : null;
  return {
    ...BLANK_EVENT,
    id: code,
    kind: "share",
    code,
    via,
    seedKind,
    person,
    channel: "email",
    occurredAt: START + at,
  };
}

const question = {
  horizon: 7 * DAY,
  zone: "UTC",
  rows: 5,
  unreadable: 0,
  spend: null,
  cascades: true,
  asOf: START + 30 * DAY,
};
// a ← b ← c, a ← d; e waits for a parent that never comes.
const log = [
  share("a", null, 0),
  share("b", "a", 10),
  share("c", "b", 20, "b"),
  share("d", "a", 30),
  share("e", "x", 5),
];

describe("analyseLog", () => {
  it("answers for a small log what can be had by hand", () => {
    const { input, metrics, channels, generations, cascades } = analyseLog(log, question);
    const faults = { unreadable: 0, duplicates: 0, orphans: 1, cycles: 0, skews: 0, later: 0 };
    expect(input).toEqual({ rows: 5, people: 4, shares: 5, cascades: 2, faults });
    expect(metrics).toMatchObject({
      size: { value: 5, unit: "shares" },
      sharers: { value: 4, unit: "persons" },
      depth: { value: 2 },
      maxBreadth: { value: 2 },
      meanDepth: { value: 4 / 5 },
      structuralVirality: { value: 10 / 6 },
      directShare: { value: 2 / 4 },
      k: { value: 1 / 4 },
      k0: { value: 2 },
      userK: { value: null, why: "empty" },
    });
    expect(channels).toMatchObject({ email: { shares: 5, sharers: 4, seeds: 1 } });
    expect(generations.map(({ shares, children }) => [shares, children])).toEqual([
      [1, 2],
      [2, 1],
      [1, 0],
    ]);
    const [first, orphan] = cascades ?? [];
    const shape = { id: "a", size: 4, sharers: 3, depth: 2, maxBreadth: 2, meanDepth: 1, directShare: 2 / 3 };
    expect(first).toEqual({ ...shape, structuralVirality: 10 / 6 });
    expect(orphan).toMatchObject({ id: "e", size: 1, structuralVirality: null, directShare: null });
  });

  it("replays history: what is later than the instant asked about is not there", () => {
    const early = analyseLog(log, { ...question, asOf: START + 20 });
    expect(early.input).toMatchObject({ shares: 4, faults: { later: 1 } });
    expect(early.metrics).toMatchObject({ depth: { value: 2 }, directShare: { value: 1 / 3 } });
  });

  it("counts a repeated record once, and takes a parent that only the second one states", () => {
    const twice = [{ ...share("b", null, 10), seedKind: null }, ...log];
    const { input, metrics } = analyseLog(twice, question);
    expect(input.faults.duplicates).toBe(1);
    expect(metrics).toEqual(analyseLog(log, question).metrics);
  });

  it("forecasts what is alive from what is finished", () => {
    const plan = defaultPlan(START);
    const events = simulateCampaign(plan, seededRandom(5));
    const cascades =
      analyseLog(events, { ...question, asOf: plan.endAt, rows: events.length }).cascades ?? [];
    const alive = cascades.filter(({ forecast }) => forecast !== undefined);
    for (const { size, forecast } of alive) {
      if (forecast === undefined || forecast.value === null) continue;
      expect(forecast.value).toBeGreaterThanOrEqual(size);
      expect(forecast.low80).toBeLessThanOrEqual(forecast.high80 ?? 0);
    }
    expect(cascades.length).toBeGreaterThan(0);
  });
});

it("lists thirty generations, and sums up the later ones in every format", () => {
  const chain = Array.from({ length: 200 }, (_, n) => share(`c${n}`, n === 0 ? null : `c${n - 1}`, n));
  const analysis = analyseLog(chain, question);
  const { generations } = analysis;
  expect(generations).toHaveLength(31);
  expect(generations[29]).toMatchObject({ generation: 29, andLater: false, shares: 1, children: 1 });
  expect(generations[30]).toMatchObject({ generation: 30, andLater: true, shares: 170, children: 169 });
  expect(formatAnalysis(analysis, "table")).toMatch(/^30\+ +170 +169 /m);
  expect(formatAnalysis(analysis, "csv")).toContain("\r\ngeneration,30+,shares,170,");
  expect(JSON.parse(formatAnalysis(analysis, "json")).generations).toHaveLength(31);
  // As many as fit are all listed, each for itself.
  const short = analyseLog(chain.slice(0, 31), question);
  expect(short.generations.map(({ andLater }) => andLater)).toEqual(Array.from({ length: 31 }, () => false));
});

describe("formatAnalysis", () => {
  const analysis = analyseLog([...log, { ...share("=cmd", null, 40), channel: "=1+1" }], question);

  const dispersion = { value: Number.POSITIVE_INFINITY, low: 0.5, unit: "number" as const };
  const endless = { ...analysis, metrics: { ...analysis.metrics, dispersion } };

  it("writes JSON that reads back, Infinity as a word", () => {
    expect(JSON.parse(formatAnalysis(endless, "json")).metrics.dispersion.value).toBe("Infinity");
    expect(JSON.parse(formatAnalysis(analysis, "json")).input).toEqual(analysis.input);
  });

  it("writes CSV of equal width in which no text is a formula", () => {
    const lines = formatAnalysis(analysis, "csv").trimEnd().split("\r\n");
    expect(lines[0]).toBe("section,key,metric,value,low,high,unit,why,withinMs");
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([9]));
    expect(lines).toContain("metric,,size,6,,,shares,,");
    expect(lines.filter((line) => line.includes("=1+1")).every((line) => line.includes("'=1+1"))).toBe(true);
    expect(lines.some((line) => line.startsWith("cascade,'=cmd,size,1"))).toBe(true);
    expect(formatAnalysis(endless, "csv")).toContain("\r\nmetric,,dispersion,infinity,0.5,,number,,\r\n");
  });

  it("writes a table with a row for every metric", () => {
    const table = formatAnalysis(analysis, "table");
    for (const id of Object.keys(analysis.metrics)) expect(table).toMatch(new RegExp(`^${id} `, "m"));
  });

  it("lines up the columns of 150,000 cascades, as wide as the widest cell", () => {
    const [some] = analysis.cascades ?? [];
    const cascades = Array.from({ length: 150_000 }, (_, n) => ({ ...some!, id: `c${n}`, size: n }));
    const lines = formatAnalysis({ ...analysis, cascades }, "table")
      .trimEnd()
      .split("\n")
      .slice(-150_001);
    expect(lines[0]).toMatch(/^cascade {4}size {2}sharers/);
    expect(lines[1]).toMatch(/^c0 {12}0 {8}\d/);
    expect(lines.at(-1)).toMatch(/^c149999 {2}149999 {8}\d/);
  });
});
