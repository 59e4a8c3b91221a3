import { describe, expect, it } from "vitest";
import { ANSWERS } from "#lib/answers/registry.ts";
import { namedRows } from "#lib/answers/table.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, START, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { Experiment } from "#lib/domain/experiment.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY, MINUTE } from "#lib/time/lengths.ts";
import { zoneOffset } from "#lib/time/zone-clock.ts";
import { armPlanTable, armSplitTable, pairsByVariantTable } from "./table.ts";

const { own } = simulatedCampaigns();
const DAY_SET = "2026-03-15";
/** The end of that day in Riyadh. */
const END = Date.UTC(2026, 2, 16) - zoneOffset("Asia/Riyadh", Date.UTC(2026, 2, 16));

function armsAt(now: number, experiment?: Experiment, log: readonly CampaignEvent[] = own.log) {
  const campaign = { ...own, log, ...(experiment === undefined ? {} : { experiment }) };
  return ANSWERS.arms(readerOfLog([campaign]), questionTo(campaign, "", now));
}
const variantsBy = (measure: string, answer: ReturnType<typeof armsAt>) =>
  answer.variants.find((one) => one.measure === measure);

describe("variants with a day set before the start", () => {
  const experiment = { judgedOn: DAY_SET, split: {} };

  it("have no test until it is over", () => {
    for (const data of armsAt(END - MINUTE, experiment).variants) {
      expect(data).toMatchObject({ judging: { kind: "awaited", day: DAY_SET }, pairs: [], overall: null });
      expect(data.arms.map(({ name }) => name).sort()).toEqual(["A", "B"]);
    }
  });

  it("are judged as things stood at its end, whatever came after", () => {
    const [then, later] = [END + 1, NOW].map((now) => armsAt(now, experiment));
    expect(later?.variants.map(({ arms, pairs, judging }) => ({ arms, pairs, judging }))).toEqual(
      then?.variants.map(({ arms, pairs, judging }) => ({ arms, pairs, judging })),
    );
    for (const { judging, pairs } of later?.variants ?? []) {
      expect(judging).toEqual({ kind: "judged", day: DAY_SET });
      expect(pairs[0]?.p).toBeGreaterThan(0);
      expect(pairs[0]?.ratio.value).toBeGreaterThan(0);
    }
  });
});

describe("variants without a day", () => {
  const log = simulateCampaign(
    {
      ...defaultPlan(START),
      ...{ endAt: START + 12 * DAY, k0: 6, k: 0.3, faults: { orphanRate: 0, botRate: 0 } },
      seeds: {
        count: 160,
        kinds: [{ value: "organic", weight: 1 }],
        waves: [{ offset: 0, duration: 10 * DAY, weight: 1 }],
        variants: [
          { value: "A", weight: 1 },
          { value: "B", weight: 1 },
        ],
      },
    },
    seededRandom(4),
  );

  it("give at the end of a day what all looks of before had given, with no need to keep them", () => {
    const endOfDay = (day: number) => Date.UTC(2026, 2, 1 + day) - zoneOffset("Asia/Riyadh", START);
    const shown = Array.from({ length: 6 }, (_, i) =>
      variantsBy("share", armsAt(endOfDay(5 + i), undefined, log)),
    );
    const ps = shown.flatMap((data) => data?.pairs[0]?.p ?? []);
    expect(ps.length).toBeGreaterThan(2);
    for (const [i, p] of ps.entries()) expect(p).toBeLessThanOrEqual(ps[i - 1] ?? 1);
    for (const data of shown) {
      const { p = null, ratio } = data?.pairs[0] ?? {};
      expect(data?.judging.kind).toBe("running");
      expect(ratio?.value === null).toBe(p === null);
      if (ratio?.value == null || ratio.low === undefined || ratio.high === undefined) continue;
      expect([ratio.low, ratio.value, ratio.high]).toEqual(
        [ratio.low, ratio.value, ratio.high].sort((a, b) => a - b),
      );
    }
  });
});

describe("conversions compared", () => {
  it("count everyone in the cascade that reached them first", () => {
    const answer = armsAt(NOW + 30 * DAY);
    const [converted, value, shared] = ["conversion", "value", "share"].map((one) => variantsBy(one, answer));
    const sum = (data: typeof value, key: "cases" | "events") =>
      data?.arms.reduce((total, arm) => total + arm[key], 0) ?? Number.NaN;
    // Everyone came by a share, and every seed has a variant.
    const met = new Set(
      own.log.filter(({ kind, via }) => kind === "visit" && via !== null).map(({ person }) => person),
    );
    const seeders = new Set(
      own.log.filter(({ kind, via }) => kind === "share" && via === null).map((e) => e.person),
    );
    for (const seeder of seeders) met.delete(seeder);
    expect(Math.abs(sum(converted, "cases") / met.size - 1)).toBeLessThan(0.1);
    expect(sum(value, "cases")).toBe(sum(converted, "cases"));
    for (const data of [converted, shared])
      for (const { rate, events, cases } of data?.arms ?? [])
        expect(rate.value).toBeCloseTo(events / cases, 12);
    for (const { rate, events, cases } of value?.arms ?? [])
      expect(rate.value).toBeCloseTo(events / cases, 8);
  });

  it("do not mind in what money value is told", () => {
    const now = NOW + 30 * DAY;
    const experiment = { judgedOn: DAY_SET, split: {} };
    const dear = own.log.map((event) => ({
      ...event,
      value: event.value === null ? null : event.value * 1024,
    }));
    const [plain, other] = [armsAt(now, experiment), armsAt(now, experiment, dear)].map((one) =>
      variantsBy("value", one),
    );
    expect(other?.pairs).toEqual(plain?.pairs);
    const [a, b] = [plain, other].map((data) => data?.arms[0]?.events ?? Number.NaN);
    expect((b ?? 0) / (a ?? 1)).toBeCloseTo(1024, 6);
  });

  it("are not there where nothing reports them", () => {
    const shares = own.log
      .filter(({ kind }) => kind === "share")
      .map((event) => ({ ...event, arrives: false }));
    expect(armsAt(NOW, undefined, shares).variants.map(({ measure }) => measure)).toEqual(["k"]);
  });
});

describe("the split", () => {
  it("is held against the plan, equal parts where there is none", () => {
    expect(armsAt(NOW).split).toMatchObject({ isBroken: false });
    const skewed = armsAt(NOW, { judgedOn: null, split: { A: 9, B: 1 } }).split;
    expect(skewed?.isBroken).toBe(true);
    expect(skewed?.p).toBeLessThan(0.001);
    expect(skewed?.arms.reduce((sum, { seeds }) => sum + seeds, 0)).toBe(50);
  });

  it("names a variant that the plan leaves out, and checks the others", () => {
    const { arms, p } = armsAt(NOW, { judgedOn: null, split: { A: 1, C: 1 } }).split ?? {};
    expect(arms?.find(({ name }) => name === "B")?.weight).toBe(0);
    expect(p).toBeNull();
  });
});

it("says in files what it says on pages", () => {
  const answer = armsAt(NOW, { judgedOn: DAY_SET, split: { A: 1, B: 1 } });
  const pairs = namedRows(pairsByVariantTable, answer, questionTo(own, "", NOW));
  expect(pairs.map(({ measure, judging, judged_on }) => [measure, judging, judged_on])).toEqual(
    answer.variants.map(({ measure }) => [measure, "judged", DAY_SET]),
  );
  expect(pairs[0]).toMatchObject({
    p: answer.variants[0]?.pairs[0]?.p,
    finding: answer.variants[0]?.pairs[0]?.verdict,
  });
  expect(namedRows(armSplitTable, answer, questionTo(own, "", NOW)).map(({ variant }) => variant)).toEqual([
    "A",
    "B",
  ]);
  const plan = namedRows(armPlanTable, answer, questionTo(own, "", NOW)).filter(({ by }) => by === "variant");
  expect(plan.slice(0, 4).map(({ held_out }) => held_out)).toEqual([0.5, 0.2, 0.1, 0.05]);
  const [half, fifth] = plan;
  expect(Number(half?.held_cascades)).toBeGreaterThan(Number(fifth?.held_cascades));
  expect(Number(fifth?.other_cascades)).toBeGreaterThan(Number(half?.other_cascades));
});
