import { describe, expect, it } from "vitest";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { readNextCampaign } from "#db/queries/campaigns/read-next-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { shapeOf } from "#lib/answers/shape/answer.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { HOUR } from "#lib/time/lengths.ts";

const START = Date.UTC(2026, 2, 1, 20);
const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const inputOf = (name: string) => CampaignInput.parse({ ...EMPTY, name, tool: "app" });
const FIRST = { sort: "name", archived: false, after: 0 } as const;

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

const CONTEXT = { asOf: START + 48 * HOUR, horizon: 7 * 24 * HOUR };

describe("the shape of a campaign", () => {
  it("counts what the forest holds", () => {
    const { own, campaignId } = openFigures();
    const forest = inputsReader(own).campaign(campaignId, CONTEXT)!.forest;
    const shape = shapeOf(forest);
    expect(shape).toMatchObject({
      cascades: 3,
      shares: 9,
      seeds: 2,
      orphans: 1,
      sharers: 8,
      depth: 3,
      directShare: 3 / 7,
      skews: 0,
      cuts: 0,
    });
    // Pair distances of a: 1+1+2+2+3 from a, 2+1+1+2 from a1, 3+3+4 from a2, 2+1 from a11, 3 from a12 = 31 over 15
    // pairs; b has one pair at distance 1; the median of the two is their mean.
    expect(shape.medianVirality).toBeCloseTo((31 / 15 + 1) / 2, 12);
    const ofB = shapeOf(forest, (root) => forest.codes[root] === "b");
    expect(ofB).toMatchObject({ cascades: 1, shares: 2, seeds: 1, orphans: 0, sharers: 2, depth: 1 });
  });

  it("is nothing of a campaign without shares", () => {
    const { strange, campaignId } = openFigures();
    expect(shapeOf(inputsReader(strange).campaign(campaignId, CONTEXT)!.forest)).toEqual({
      cascades: 0,
      shares: 0,
      seeds: 0,
      orphans: 0,
      sharers: 0,
      depth: null,
      medianVirality: null,
      directShare: null,
      skews: 0,
      cuts: 0,
    });
  });
});

describe("readNextCampaign", () => {
  it("counts sharers and shares, and none of them next door", () => {
    const { own, strange, campaignId } = openFigures();
    // Somebody who came and shared nothing.
    addEvents(own, campaignId, [{ id: "v", kind: "visit", person: "guest", via: "a", occurredAt: START }]);
    const lastShareAt = START + 26 * HOUR;
    expect(readNextCampaign(own, FIRST)).toMatchObject({ sharers: 8, shares: 9, lastShareAt });
    expect(readNextCampaign(strange, FIRST)).toMatchObject({ sharers: 0, shares: 0, lastShareAt: null });
  });
});
