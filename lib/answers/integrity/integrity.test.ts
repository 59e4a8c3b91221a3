import { describe, expect, it } from "vitest";
import { listFacets } from "#lib/answers/facets/answer.ts";
import { selectActivity } from "#lib/answers/selection/select-activity.ts";
import { selectCascades } from "#lib/answers/selection/select-cascades.ts";
import { sharesOfEvents } from "#lib/cascade/shares-of-events.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { lagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { activityInput } from "#lib/inputs/activity-input.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY, MINUTE } from "#lib/time/lengths.ts";
import { analyseIntegrity } from "./answer.ts";
import { suspectShares } from "./suspect-shares.ts";
import { BURST_SHARES, SUSPICIONS } from "./suspicion.ts";

const FRAME = { asOf: 90 * DAY, horizon: 7 * DAY };

function share(
  code: string,
  person: string,
  via: string | null,
  at: number,
  more: Partial<CampaignEvent> = {},
) {
  const said = {
    id: `share:${code}`,
    kind: "share",
    code,
    person,
    via,
    occurredAt: at,
    channel: "x",
  } as const;
  return { ...BLANK_EVENT, ...said, ...more, source: "server" };
}

type Log = readonly (CampaignEvent & { source: string })[];

function inputsOf(log: Log) {
  const forest = forestInput(sharesOfEvents(log));
  return { forest, activity: activityInput(forest, log) };
}

function marked(log: Log, rule: (typeof SUSPICIONS)[number]): string[] {
  const { forest } = inputsOf(log);
  const marks = suspectShares(forest)[rule];
  return forest.codes.filter((_, node) => marks[node] === 1).sort();
}

describe("each rule", () => {
  it("suspects who brought themselves, and nobody whom others brought", () => {
    const log = [share("a", "p", null, 0), share("b", "p", "a", 1000), share("c", "q", "b", 2000)];
    expect(marked(log, "self")).toEqual(["b"]);
  });

  it("suspects two who brought each other, also in different cascades, and no one way alone", () => {
    const log = [
      ...[share("a", "p", null, 0), share("b", "q", "a", 1000), share("c", "r", "a", 1000)],
      ...[share("d", "q", null, 5000), share("e", "p", "d", 6000)],
    ];
    expect(marked(log, "ring")).toEqual(["b", "e"]);
  });

  it("suspects a burst from its first share on, and none that is a share short or a minute long", () => {
    const burst = (person: string, count: number, apart: number) =>
      Array.from({ length: count }, (_, i) => share(`${person}${i}`, person, null, i * apart));
    const full = burst("fast", BURST_SHARES, 1000);
    expect(marked(full, "burst")).toHaveLength(BURST_SHARES);
    expect(marked(burst("slow", BURST_SHARES - 1, 1000), "burst")).toEqual([]);
    expect(marked(burst("long", BURST_SHARES, MINUTE / (BURST_SHARES - 1)), "burst")).toEqual([]);
    const twice = [
      ...full,
      ...full.map((one) => ({ ...one, code: `later-${one.code}`, occurredAt: one.occurredAt + DAY })),
    ];
    expect(marked(twice, "burst")).toHaveLength(2 * BURST_SHARES);
  });

  it("suspects what only a browser says", () => {
    const log = [
      share("a", "p", null, 0),
      share("b", "q", "a", 9, { verified: false }),
      share("c", "r", "a", 9),
    ];
    expect(marked(log, "unverified")).toEqual(["b"]);
  });

  it("suspects conversions too soon, and by nobody who was ever here", () => {
    const visit = { ...BLANK_EVENT, kind: "visit", source: "server", via: "a" } as const;
    const conversion = { ...visit, kind: "conversion" } as const;
    const log = [
      share("a", "p", null, 0),
      ...["soon", "late"].map((person) => ({ ...visit, id: `v-${person}`, person, occurredAt: 1000 })),
      { ...conversion, id: "1", person: "soon", occurredAt: 3000 },
      { ...conversion, id: "2", person: "late", occurredAt: 3001 },
      { ...conversion, id: "3", person: "ghost", occurredAt: 9000 },
      { ...conversion, id: "4", person: "p", occurredAt: 9000 },
    ];
    expect(analyseIntegrity(inputsOf(log), FRAME).conversions).toEqual({ all: 4, hasty: 1, unvisited: 1 });
    expect(analyseIntegrity(inputsOf(log.slice(0, 3)), FRAME).conversions).toBeNull();
  });
});

/** Rings of two, self-made chains and machine bursts, hung into an honest campaign. */
function planted(honest: Log): Log {
  const codes = honest.flatMap(({ kind, code }) => (kind === "share" && code !== null ? [code] : []));
  const above = (i: number) => codes[(i * 37) % codes.length] ?? null;
  const log: (CampaignEvent & { source: string })[] = [];
  for (let i = 0; i < 20; i += 1) {
    const at = (10 + i) * DAY;
    log.push(share(`ring${i}a`, `x${i}`, above(i), at), share(`ring${i}b`, `y${i}`, `ring${i}a`, at + 1000));
    log.push(share(`ring${i}c`, `x${i}`, `ring${i}b`, at + 2000));
    for (let link = 1; link < 5; link += 1)
      log.push(
        share(
          `self${i}.${link}`,
          `z${i}`,
          link === 1 ? above(i) : `self${i}.${link - 1}`,
          at + link * MINUTE,
        ),
      );
  }
  for (let i = 0; i < 4; i += 1)
    for (let n = 0; n < 60; n += 1)
      log.push(share(`burst${i}.${n}`, `m${i}`, above(i), (40 + i) * DAY + n * 500));
  return [...honest, ...log];
}

describe("a campaign with planted fraud", () => {
  const honest = simulateCampaign(defaultPlan(0), seededRandom(11)).map((event) => ({
    ...event,
    source: "server",
  }));
  const clean = analyseIntegrity(inputsOf(honest), FRAME);
  const { forest, activity } = inputsOf(planted(honest));
  const report = analyseIntegrity({ forest, activity }, FRAME);

  it("is told from an honest one: nearly all of it is marked, and hardly anybody else", () => {
    const marks = suspectShares(forest);
    const isMarked = (node: number) => SUSPICIONS.some((rule) => marks[rule][node] === 1);
    // What begins a ring or a chain was brought by an honest share: nothing tells it from others.
    const isFraud = (code: string) => /^(ring\d+[bc]|self\d+\.[2-4]|burst)/.test(code);
    const counts = { right: 0, missed: 0, wrong: 0 };
    forest.codes.forEach((code, node) => {
      if (isFraud(code)) counts[isMarked(node) ? "right" : "missed"] += 1;
      else if (isMarked(node)) counts.wrong += 1;
    });
    expect(counts.right / (counts.right + counts.missed)).toBeGreaterThanOrEqual(0.9);
    expect(counts.right / (counts.right + counts.wrong)).toBeGreaterThanOrEqual(0.95);
    expect(clean.suspect / clean.shares).toBeLessThanOrEqual(0.01);
  });

  it("has, without what is suspect, the K of the honest one", () => {
    const k = clean.k.value ?? 0;
    const movedBy = ({ value }: { value: number | null }) => Math.abs((value ?? 0) - k) / k;
    expect(movedBy(report.k)).toBeGreaterThan(0.015);
    expect(movedBy(report.kWithout)).toBeLessThanOrEqual(0.01);
  });

  it("can be looked at without what is suspect, and with nothing else", () => {
    const heldBack = { dimension: "integrity", isNot: true, values: ["suspect", "below"] } as const;
    const held = selectCascades(forest, [heldBack]);
    expect(held.size).toBe(report.shares - report.suspect - report.below);
    const { sharers, interval } = lagsInput(held, FRAME.asOf, FRAME.horizon);
    expect(reproductionNumber(sharers, FRAME.horizon, interval.cdf).estimate).toEqual(report.kWithout);
    const sound = { ...heldBack, isNot: false, values: ["sound"] };
    expect(selectCascades(forest, [sound]).codes).toEqual(held.codes);
    const frame = { ...FRAME, from: 0, to: FRAME.asOf };
    const inputs = { forest, activity, lags: lagsInput(forest, FRAME.asOf, FRAME.horizon) };
    const sharesOf = (filters: (typeof heldBack)[]) =>
      selectActivity(inputs, { ...frame, filters }).chosen.reduce((sum, one) => sum + one, 0);
    expect([sharesOf([]), sharesOf([heldBack])]).toEqual([report.shares, held.size]);
  });

  it("offers integrity to filter by only where somebody is suspect", () => {
    const facetsOf = (log: Log) => {
      const inputs = inputsOf(log);
      return listFacets({ ...inputs, lags: lagsInput(inputs.forest, FRAME.asOf, FRAME.horizon) }).integrity;
    };
    expect(facetsOf(planted(honest))).toEqual([
      { value: "sound", count: report.shares - report.suspect - report.below },
      ...[
        { value: "suspect", count: report.suspect },
        { value: "below", count: report.below },
      ].filter(({ count }) => count > 0),
    ]);
    expect(facetsOf([share("a", "p", null, 0), share("b", "q", "a", 1)])).toBeUndefined();
  });

  it("names examples and adds up", () => {
    expect(report.rules.map(({ rule }) => rule)).toEqual([...SUSPICIONS]);
    for (const { shares, persons, examples } of report.rules) {
      expect(persons).toBeLessThanOrEqual(shares);
      expect(examples).toHaveLength(Math.min(5, shares));
    }
    const kept = report.shares - report.suspect - report.below;
    expect(kept).toBeLessThanOrEqual(report.shares);
    expect(kept).toBeGreaterThanOrEqual(clean.shares * 0.99);
  });

  it("of no shares has nothing to say", () => {
    const nothing = analyseIntegrity(inputsOf([]), FRAME);
    expect(nothing).toMatchObject({ shares: 0, suspect: 0, below: 0, k: { value: null }, conversions: null });
  });
});
