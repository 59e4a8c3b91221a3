import { describe, expect, it } from "vitest";
import { campaignKsAnswer } from "#lib/answers/campaigns/answer.ts";
import { overviewAnswer } from "#lib/answers/overview/answer.ts";
import { namedRows } from "#lib/answers/table.ts";
import { estimated } from "#lib/answers/testing/named-cells.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { type LoggedCampaign, readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, START, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import type { WorkspaceReader } from "#lib/answers/workspace.ts";
import { sharesOfEvents } from "#lib/cascade/shares-of-events.ts";
import { TOOLS, type Tool } from "#lib/domain/campaign.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { type LagSample, lagSample } from "#lib/estimators/lag-sample.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { toolsAnswer } from "./answer.ts";
import { joinSamples } from "./join-samples.ts";
import { kOfSample } from "./k-of-sample.ts";
import { TOOL_TABLES, toolTableOf } from "./table.ts";

const HORIZON = 7 * DAY;
const { own, past, blank } = simulatedCampaigns();
const share = (code: string, via: string | null, occurredAt: number): CampaignEvent => {
  return { ...BLANK_EVENT, id: code, kind: "share", person: code, code, via, channel: "x", occurredAt };
};
/** The past campaign as if it had run beside the other, so that both have young shares; one child before its parent. */
const PARALLEL = [
  ...past.log.map((event) => ({ ...event, occurredAt: event.occurredAt + 50 * DAY })),
  share("seed", null, START),
  share("parent", "seed", START + HOUR),
  share("early", "parent", START),
];
const forestOf = (log: readonly CampaignEvent[]) => forestInput(sharesOfEvents(log));
const kOf = (sample: LagSample, horizon: number) => kOfSample(sample, horizon).estimate;
const sampleOf = (log: readonly CampaignEvent[]) => lagSample(forestOf(log), NOW, "sharers");

function expectAlike(found: Estimate, expected: Estimate): void {
  if (expected.value === null || found.value === null) {
    expect(found).toEqual(expected);
    return;
  }
  expect(found.value).toBeCloseTo(expected.value, 9);
  expect(found.low).toBeCloseTo(expected.low ?? Number.NaN, 9);
  expect(found.high).toBeCloseTo(expected.high ?? Number.NaN, 9);
  expect(found.note).toBe(expected.note);
}

describe("samples that are joined", () => {
  const [first, second] = [own.log, PARALLEL];
  const joined = joinSamples([sampleOf(first), sampleOf(second)]);
  const whole = sampleOf([...first, ...second]);

  it("are the sample of one forest that has both", () => {
    expect(joined.cascades).toBe(whole.cascades);
    expect(joined.age.toSorted()).toEqual(whole.age.toSorted());
    expect(joined.lag.toSorted()).toEqual(whole.lag.toSorted());
    for (const { mistimed, parent, age } of [joined, whole])
      expect([...parent].filter((_, child) => mistimed[child] === 1).map((at) => age[at])).toEqual([
        NOW - START - HOUR,
      ]);
    // Every child hangs on a share that was as old as the child's lag, at least.
    joined.lag.forEach((lag, child) => {
      expect(joined.age[joined.parent[child] ?? -1]).toBeGreaterThanOrEqual(lag);
    });
    expect(new Set(joined.cascade).size).toBe(joined.cascades);
  });

  it("have the K of that forest, with its interval", () => {
    const k = kOf(whole, HORIZON);
    expectAlike(kOf(joined, HORIZON), k);
    expect(k.value).not.toBe(kOf(sampleOf(first), HORIZON).value);
    expect(k.value).not.toBeNull();
  });

  it("are themselves where there is one, in any order, and nothing where there is none", () => {
    const one = sampleOf(first);
    expect(joinSamples([one])).toEqual(one);
    expect(joinSamples([joinSamples([]), one, sampleOf([])])).toEqual(one);
    expectAlike(kOf(joinSamples([sampleOf(second), one]), HORIZON), kOf(joined, HORIZON));
    expect(joinSamples([])).toMatchObject({ population: "sharers", cascades: 0 });
    expect(kOf(joinSamples([]), HORIZON)).toMatchObject({ value: null, why: "empty" });
  });
});

/** A workspace of campaigns, each of a tool. */
function workspaceOf(campaigns: readonly (readonly [LoggedCampaign, Tool])[]): WorkspaceReader {
  const logOf = (id: number) => campaigns.find(([campaign]) => campaign.id === id)?.[0].log ?? [];
  return {
    tallies: () =>
      campaigns.map(([{ id, name, log }, tool]) => {
        const { size, persons } = forestOf(log);
        return { id, name, tool, shares: size, sharers: persons.length };
      }),
    channels: () => [
      { tool: "app", channel: "x", shares: 5 },
      { tool: "video", channel: "email", shares: 4 },
      { tool: "app", channel: "email", shares: 3 },
    ],
    shape: (id) => forestOf(logOf(id)),
  };
}

describe("the tools of a workspace", () => {
  const parallel = { ...past, log: PARALLEL };
  const read = workspaceOf([
    [own, "app"],
    [parallel, "app"],
    [blank, "video"],
  ]);
  const { tools } = toolsAnswer(read, { asOf: NOW, horizon: HORIZON });
  const app = tools.find(({ tool }) => tool === "app");

  it("are all six, each with its own campaigns and channels", () => {
    expect(tools.map(({ tool }) => tool)).toEqual([...TOOLS]);
    expect(app?.campaigns.map(({ id }) => id)).toEqual([1, 2]);
    expect(app?.channels).toEqual([
      { channel: "x", shares: 5 },
      { channel: "email", shares: 3 },
    ]);
    expect(tools.find(({ tool }) => tool === "targeting")).toMatchObject({
      campaigns: [],
      shares: 0,
      channels: [],
    });
    expect(tools.find(({ tool }) => tool === "video")?.k).toMatchObject({ value: null, why: "empty" });
  });

  it("sum up their campaigns, and have one K of all their shares", () => {
    const [one, two] = [forestOf(own.log), forestOf(PARALLEL)];
    expect(app?.shares).toBe(one.size + two.size);
    expect(app?.sharers).toBe(one.persons.length + two.persons.length);
    expectAlike(app?.k ?? { value: null, why: "empty" }, kOf(sampleOf([...own.log, ...PARALLEL]), HORIZON));
    expectAlike(app?.campaigns[0]?.k ?? { value: null, why: "empty" }, kOf(sampleOf(own.log), HORIZON));
  });
});

describe("the files of the tools", () => {
  const read = workspaceOf([
    [own, "app"],
    [{ ...past, log: PARALLEL }, "app"],
    [blank, "video"],
  ]);
  const answer = toolsAnswer(read, { asOf: NOW, horizon: HORIZON });

  it("have every tool with its K, raw and pooled, its campaigns and its channels", () => {
    const rows = namedRows(TOOL_TABLES.tools, answer);
    expect(rows.map(({ tool }) => tool)).toEqual([...TOOLS]);
    const app = answer.tools.find(({ tool }) => tool === "app");
    expect(rows.find(({ tool }) => tool === "app")).toEqual({
      ...{ tool: "app", campaigns: 2, sharers: app?.sharers, shares: app?.shares, ranked: 0 },
      ...estimated("k", app?.k ?? { value: null, why: "empty" }),
      ...estimated("k_pooled", app?.kPooled ?? { value: null, why: "empty" }),
    });
    expect(namedRows(TOOL_TABLES.campaigns, answer).map(({ tool, campaign }) => [tool, campaign])).toEqual([
      ["app", "Own"],
      ["app", "Past"],
      ["video", "Blank"],
    ]);
    expect(namedRows(TOOL_TABLES.channels, answer)).toContainEqual({
      tool: "app",
      channel: "email",
      shares: 3,
    });
    expect([toolTableOf("channels"), toolTableOf("toString")]).toEqual([TOOL_TABLES.channels, null]);
  });

  it("stand as the page has them: by pooled K where tools differ by it, one of a single cascade last", () => {
    const [first, second, third, ...rest] = answer.tools;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no tools");
    const tools = [
      { ...first, kPooled: { value: 0.9, note: "too-few-to-tell" } as const },
      { ...second, kPooled: { value: 0.2 } },
      { ...third, kPooled: { value: 0.6 } },
      ...rest.map((tool) => ({ ...tool, kPooled: { value: null, why: "empty" } as const })),
    ];
    const names = (pooling: "differ" | "alike") =>
      namedRows(TOOL_TABLES.tools, { tools, pooling }).map(({ tool, ranked }) => [tool, ranked]);
    expect(names("alike")).toEqual(tools.map(({ tool }) => [tool, 0]));
    expect(names("differ").slice(0, 3)).toEqual([third, second, first].map(({ tool }) => [tool, 1]));
  });
});

describe("K of campaigns in a list", () => {
  const read = workspaceOf([
    [own, "app"],
    [past, "app"],
    [blank, "video"],
  ]);

  it("is that of their overviews over their whole lives", () => {
    const ks = campaignKsAnswer(read, { asOf: NOW, horizon: HORIZON, campaignIds: [3, 2, 1] });
    expect(ks.map(({ id }) => id)).toEqual([3, 2, 1]);
    for (const campaign of [own, past, blank]) {
      const question = questionTo(campaign, "", NOW);
      const { k } = overviewAnswer(readerOfLog([own, past, blank]), question).now.figures;
      expectAlike(ks.find(({ id }) => id === campaign.id)?.k ?? { value: null, why: "censored" }, k);
    }
  });

  it("is bounded as there where nobody has a child yet, by what is due of children by now", () => {
    const seeds = ["a", "b", "c"].map((code) => share(code, null, NOW - 8 * DAY));
    const young = seeds.flatMap(({ code }, i) =>
      Array.from({ length: 5 }, (_, n) =>
        share(`${code}${n}`, code, NOW - (n === 0 ? 8 * DAY : (i + n) * HOUR)),
      ),
    );
    const childless = { ...blank, log: [...seeds, ...young].toSorted((x, y) => x.occurredAt - y.occurredAt) };
    const [found] = campaignKsAnswer(workspaceOf([[childless, "app"]]), {
      asOf: NOW,
      horizon: HORIZON,
      campaignIds: [blank.id],
    });
    const { k } = overviewAnswer(readerOfLog([childless]), questionTo(childless, "", NOW)).now.figures;
    expect(k).toMatchObject({ value: 0, high: expect.any(Number) });
    expectAlike(found?.k ?? { value: null, why: "censored" }, k);
  });

  it("is of none but those asked about", () => {
    expect(campaignKsAnswer(read, { asOf: NOW, horizon: HORIZON })).toEqual([]);
    expect(campaignKsAnswer(read, { asOf: NOW, horizon: HORIZON, campaignIds: [] })).toEqual([]);
  });
});

describe("tools side by side", () => {
  const loggedAs = (id: number, log: readonly CampaignEvent[]) => ({ ...own, id, name: `C${id}`, log });
  const orphaned = own.log.map((event, i) =>
    event.kind === "share" && event.via !== null && i % 3 === 0 ? { ...event, via: `gone${i}` } : event,
  );
  const ask = (...tools: Tool[]) =>
    toolsAnswer(
      workspaceOf(tools.map((tool, i) => [loggedAs(i + 1, i === 0 ? own.log : PARALLEL), tool] as const)),
      {
        asOf: NOW,
        horizon: HORIZON,
      },
    );

  it("are ranked by K drawn towards that of all, from three with a range on", () => {
    const { pooling, tools } = ask("app", "video", "targeting");
    expect(pooling).not.toBe("too-few");
    const used = tools.filter(({ campaigns }) => campaigns.length > 0);
    expect(used.map(({ kPooled }) => typeof kPooled.value)).toEqual(["number", "number", "number"]);
    expect(tools.find(({ tool }) => tool === "share-button")?.kPooled).toEqual({ value: null, why: "empty" });
    const two = ask("app", "video");
    expect(two.pooling).toBe("too-few");
    for (const { kPooled } of two.tools) expect(kPooled).toEqual({ value: null, why: "too-few" });
  });

  it("say of each campaign how far off its K may be where many shares lost their parent", () => {
    const { tools } = toolsAnswer(
      workspaceOf([
        [loggedAs(1, orphaned), "app"],
        [loggedAs(2, PARALLEL), "app"],
      ]),
      { asOf: NOW, horizon: HORIZON },
    );
    const [first, second] = tools.flatMap(({ campaigns }) => campaigns);
    expect(first?.orphans).toMatchObject({ k: first?.k.value, part: expect.any(Number) });
    expect(first?.orphans?.upper).toBeGreaterThan(first?.k.value ?? Number.NaN);
    expect(second?.orphans).toBeNull();
  });
});
