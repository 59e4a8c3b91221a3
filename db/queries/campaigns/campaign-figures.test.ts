import { describe, expect, it } from "vitest";
import { countByStep } from "#db/queries/campaigns/count-by-step.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { listCampaigns } from "#db/queries/campaigns/list-campaigns.ts";
import { readOverview } from "#db/queries/campaigns/read-overview.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 1, 20);
const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const inputOf = (name: string) => CampaignInput.parse({ ...EMPTY, name, tool: "app" });
const PAGE = { archived: false, page: 1 } as const;

function share(code: string, via: string | null, hour: number, more: Partial<CampaignEvent> = {}) {
  const seedKind = via === null ? ("organic" as const) : null;
  const said = {
    kind: "share" as const,
    id: code,
    code,
    via,
    person: `p-${code}`,
    channel: "email",
    seedKind,
  };
  return { ...said, arrives: via !== null, occurredAt: START + hour * HOUR, ...more };
}

/** Cascade a: seed, two children, the first with two of its own, one of those with one. b: seed and one. c: an orphan. */
const SHARES = [
  share("a", null, 0),
  share("a1", "a", 1, { channel: "x" }),
  share("a2", "a", 2),
  share("a11", "a1", 3, { channel: "x" }),
  share("a12", "a1", 4),
  share("a111", "a11", 26),
  share("b", null, 0, { person: "p-a" }),
  share("b1", "b", 5),
  share("c", "lost", 6),
];

function openFigures() {
  const { own, strange } = openWorkspaces();
  const campaignId = createCampaign(own, { input: inputOf("Spread"), now: 0 });
  createCampaign(strange, { input: inputOf("Spread"), now: 0 });
  addEvents(own, campaignId, SHARES);
  return { own, strange, campaignId };
}

describe("readOverview", () => {
  it("counts what the forest holds", () => {
    const { own, campaignId } = openFigures();
    const overview = readOverview(own, { campaignId });
    expect(overview).toMatchObject({
      shares: 9,
      seeds: 2,
      orphans: 1,
      reach: 8,
      depth: 3,
      directShare: 3 / 7,
      firstShareAt: START,
      lastShareAt: START + 26 * HOUR,
      setAside: { quarantined: 0, skews: 0, cuts: 0 },
    });
    // Non-seed shares and their children by cascade: a 5 and 3, b 1 and 0, c 1 and 0.
    expect(overview.k).toMatchObject({ value: 3 / 7, note: "few-cascades" });
    // Pair distances of a: 1+1+2+2+3 from a, 2+1+1+2 from a1, 3+3+4 from a2, 2+1 from a11, 3 from a12 = 31 over 15
    // pairs; b has one pair at distance 1; the median of the two is their mean.
    expect(overview.medianVirality).toBeCloseTo((31 / 15 + 1) / 2, 12);
  });

  it("knows nothing of a campaign without shares, and so of a stranger's", () => {
    const { strange, campaignId } = openFigures();
    expect(readOverview(strange, { campaignId })).toEqual({
      shares: 0,
      seeds: 0,
      orphans: 0,
      reach: 0,
      k: { value: null, why: "empty", note: "nobody-reshared" },
      depth: null,
      medianVirality: null,
      directShare: null,
      firstShareAt: null,
      lastShareAt: null,
      setAside: { quarantined: 0, skews: 0, cuts: 0 },
    });
  });
});

describe("listCampaigns", () => {
  it("sorts by what each campaign has reached, the unknown last", () => {
    const { own } = openFigures();
    const small = createCampaign(own, { input: inputOf("Small"), now: 1 });
    createCampaign(own, { input: inputOf("Blank"), now: 2 });
    addEvents(own, small, [share("s", null, 50), share("s1", "s", 51), share("s11", "s1", 52)]);
    const orderBy = (sort: "k" | "reach" | "shares" | "recent") =>
      listCampaigns(own, { ...PAGE, sort }).campaigns.map(({ name }) => name);
    expect(orderBy("k")).toEqual(["Small", "Spread", "Blank"]);
    expect(orderBy("reach")).toEqual(["Spread", "Small", "Blank"]);
    expect(orderBy("shares")).toEqual(["Spread", "Small", "Blank"]);
    expect(orderBy("recent")).toEqual(["Small", "Spread", "Blank"]);
  });

  it("shows the figures of the overview, and none of them next door", () => {
    const { own, strange, campaignId } = openFigures();
    const { reach, shares, k, lastShareAt } = readOverview(own, { campaignId });
    expect(listCampaigns(own, { ...PAGE, sort: "name" }).campaigns).toMatchObject([
      { reach, shares, k, lastShareAt },
    ]);
    expect(listCampaigns(strange, { ...PAGE, sort: "name" }).campaigns).toMatchObject([
      { reach: 0, shares: 0, lastShareAt: null },
    ]);
  });
});

describe("countByStep", () => {
  const query = { from: START, to: START + 26 * HOUR };

  it("cuts days where the workspace's midnight is", () => {
    const { own, strange, campaignId } = openFigures();
    // Riyadh's 2 March begins at 21:00 UTC of 1 March, an hour after the seeds.
    expect(countByStep(own, { ...query, campaignId, grain: "day" })).toEqual([
      { clock: Date.UTC(2026, 2, 1), counts: [2, 0, 0, 0] },
      { clock: Date.UTC(2026, 2, 2), counts: [1, 3, 2, 0] },
      { clock: Date.UTC(2026, 2, 3), counts: [0, 0, 0, 1] },
    ]);
    const next = countByStep(strange, { ...query, campaignId, grain: "day" });
    expect(next.flatMap(({ counts }) => counts).every((count) => count === 0)).toBe(true);
  });

  it("gives every hour, empty ones too, by the zone's clock", () => {
    const { own, campaignId } = openFigures();
    const hours = countByStep(own, { ...query, campaignId, grain: "hour" });
    expect(hours).toHaveLength(27);
    expect(hours[0]).toEqual({ clock: Date.UTC(2026, 2, 1, 23), counts: [2, 0, 0, 0] });
    expect(hours[7]).toEqual({ clock: Date.UTC(2026, 2, 2, 6), counts: [0, 0, 0, 0] });
  });
});
