import { describe, expect, it, test } from "vitest";
import { analyseLog } from "#lib/answers/log/answer.ts";
import { ANSWERS } from "#lib/answers/registry.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { type LoggedCampaign, readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

const START = Date.UTC(2026, 2, 1);
const NOW = START + 30 * DAY;

/** A share that is a visit too, as in a plain log of shares. */
function share(code: string, via: string | null, hour: number): CampaignEvent {
  const said = { id: code, code, via, person: code, arrives: via !== null, channel: "x" };
  return { ...BLANK_EVENT, ...said, kind: "share", seedKind: null, occurredAt: START + hour * HOUR };
}

const orphans = (count: number) => Array.from({ length: count }, (_, i) => share(`o${i}`, `gone${i}`, i + 1));
const seeds = Array.from({ length: 5 }, (_, i) => share(`s${i}`, null, i));
/** Five seeds with four children each, every second child with one of its own. */
const linked = seeds.flatMap(({ code }, i) => [
  ...Array.from({ length: 4 }, (_, n) => share(`${code}.${n}`, code, 10 + i + n)),
  ...Array.from({ length: 2 }, (_, n) => share(`${code}.${n}.0`, `${code}.${n}`, 20 + i + n)),
]);

const campaignOf = (log: readonly CampaignEvent[]): LoggedCampaign => ({
  ...{ id: 1, name: "One", spend: null, currency: null, audiencePlan: {} },
  log: log.toSorted((a, b) => a.occurredAt - b.occurredAt),
});

function ask(log: readonly CampaignEvent[]) {
  const campaign = campaignOf(log);
  const read = readerOfLog([campaign]);
  const question = questionTo(campaign, "a=1&b=1", NOW);
  return {
    overview: ANSWERS.overview(read, question).now.figures,
    shape: ANSWERS.shape(read, question),
    channels: ANSWERS.channels(read, question).rows,
    spread: ANSWERS["viral-coefficient"](read, question),
    side: ANSWERS.compare(read, question).comparison.first,
    integrity: ANSWERS.integrity(read, question),
    report: ANSWERS["report-overview"](read, question),
    orphans: ANSWERS.orphans(read, question).bound,
    ofReport: ANSWERS["report-orphans"](read, question).bound,
    numbers: new Map(ANSWERS.numbers(read, question).numbers.map(({ id, estimate }) => [id, estimate])),
  };
}

/** What nobody can know without a link. */
const OF_LINKS = [
  ...["k", "depth", "meanDepth", "maxBreadth", "directShare"],
  ...["rt", "kTrend", "extinctionProbability", "tenMore"],
];

describe.each([
  ["orphans only", orphans(30)],
  ["seeds and orphans", [...seeds, ...orphans(30)]],
])("a log of %s", (_, log) => {
  const found = ask(log);

  it("knows nothing of K, depth and what follows from them: null with the reason, never 0", () => {
    for (const id of OF_LINKS) expect([id, found.numbers.get(id)]).toEqual([id, LINKS_UNKNOWN]);
    for (const id of ["dispersion", "concentration80", "structuralVirality", "expectedAmplification"])
      expect([id, found.numbers.get(id)?.value]).toEqual([id, null]);
    expect(found.numbers.get("k0")).toEqual(LINKS_UNKNOWN);
    expect(found.numbers.get("size")?.value).toBe(log.length);
  });

  it("says so on every page", () => {
    for (const k of [
      found.overview.k,
      found.channels[0]?.k,
      found.spread.k,
      found.side?.k ?? LINKS_UNKNOWN,
      found.integrity.k,
      found.report.k,
      found.overview.earnedShare,
    ])
      expect(k).toEqual(LINKS_UNKNOWN);
    expect(found.shape).toMatchObject({ depth: null, directShare: null, medianVirality: null });
    expect(found.report.shape).toMatchObject({ depth: null, directShare: null });
    expect(found.side ?? { depth: null, maxBreadth: null }).toMatchObject({ depth: null, maxBreadth: null });
    expect(found.spread).toMatchObject({ naive: null, rt: [], cohorts: [], generations: [] });
    expect(found.spread.offspring.withoutChild).toBeNull();
    for (const { k } of found.spread.modes) expect(k.value).toBeNull();
  });

  it("is warned of, without a bound", () => {
    const bound = { part: 30 / log.length, orphans: 30, k: null, upper: null };
    expect(found).toMatchObject({ orphans: bound, ofReport: bound });
  });

  it("is the same for the command", () => {
    const read = { zone: "UTC", rows: log.length, unreadable: 0, spend: null, cascades: false };
    const { metrics, generations, channels } = analyseLog(log, { ...read, asOf: NOW, horizon: 7 * DAY });
    for (const id of OF_LINKS) expect(metrics[id]).toMatchObject(LINKS_UNKNOWN);
    expect(generations).toEqual([]);
    expect(channels.x?.k).toEqual(LINKS_UNKNOWN);
  });
});

describe("a log with links and orphans", () => {
  const found = ask([...seeds, ...linked, ...orphans(4)]);

  it("has every number that follows from links", () => {
    for (const id of ["k", "depth", "meanDepth", "maxBreadth", "directShare", "k0"])
      expect([id, typeof found.numbers.get(id)?.value]).toEqual([id, "number"]);
    for (const estimate of [found.overview.k, found.spread.k, found.side?.k, found.overview.earnedShare])
      expect(typeof estimate?.value).toBe("number");
    expect(found.shape).toMatchObject({ depth: 2, directShare: 20 / 34 });
    expect(found.spread.generations).not.toEqual([]);
    expect(found.spread.offspring.withoutChild).toBeGreaterThan(0);
  });

  it("is warned of with the bound: as if every orphan were a sharer's child", () => {
    // 34 sharers, orphans among them, with ten children.
    expect(found.orphans).toMatchObject({ part: 4 / 39, orphans: 4, k: 10 / 34 });
    expect(found.orphans?.upper).toBeCloseTo(14 / 34, 12);
    expect(found.ofReport).toEqual(found.orphans);
  });
});

it("without a child the bound is orphans over effective shares", () => {
  const childless = linked.filter(({ code }) => code?.split(".").length === 2);
  const { orphans: bound, numbers } = ask([...seeds, ...childless, ...orphans(5)]);
  expect(numbers.get("k")).toMatchObject({ value: 0, low: 0, note: "no-children" });
  expect(bound?.k).toBe(0);
  expect(bound?.upper).toBeCloseTo(5 / 25, 12);
});

test.each([
  [1, null],
  [2, 2 / 37],
])("%d orphans among 35 linked shares", (count, part) => {
  expect(ask([...seeds, ...linked, ...orphans(count)]).orphans?.part ?? null).toBe(part);
});
