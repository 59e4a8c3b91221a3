import { describe, expect, it } from "vitest";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { ConflictError } from "#lib/access/errors.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { readExperiment } from "./read-experiment.ts";
import { setExperiment } from "./set-experiment.ts";

const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const NOW = Date.UTC(2026, 2, 10, 12);
const DAY_SET = "2026-03-20";

function planted() {
  const { own } = openWorkspaces();
  const input = CampaignInput.parse({ ...EMPTY, name: "One", tool: "app" });
  const campaignId = createCampaign(own, { input, now: 0 });
  const set = (judgedOn: string | null, split: Record<string, number> = {}, now = NOW) =>
    setExperiment(own, { campaignId, input: { judgedOn, split }, now });
  const seed = (id: string, variant: string | null, via: string | null = null) =>
    addEvents(own, campaignId, [
      { kind: "share", id, person: id, code: id, via, channel: "x", variant, occurredAt: NOW },
    ]);
  return { own, campaignId, set, seed, read: () => readExperiment(own, { campaignId }) };
}

const BEGUN = new ConflictError("judgedOn", "begun");

describe("the day of a test", () => {
  it("is set, moved and dropped before the first variant is planted", () => {
    const { set, read, seed } = planted();
    expect(read()).toBeNull();
    set(DAY_SET, { A: 9, B: 1 });
    expect(read()).toEqual({ judgedOn: DAY_SET, split: { A: 9, B: 1 } });
    // A seed without a variant is no start.
    seed("plain", null);
    set("2026-03-21");
    expect(read()).toEqual({ judgedOn: "2026-03-21", split: {} });
    set(null);
    expect(read()).toEqual({ judgedOn: null, split: {} });
  });

  it("stands from then on, neither set late, nor moved, nor dropped; the split may be put right", () => {
    const early = planted();
    early.set(DAY_SET);
    early.seed("s", "A");
    for (const day of [null, "2026-03-21"]) expect(() => early.set(day, { A: 1, B: 3 })).toThrow(BEGUN);
    expect(early.read()).toEqual({ judgedOn: DAY_SET, split: {} });
    early.set(DAY_SET, { A: 1, B: 3 }, NOW + 100 * DAY);
    expect(early.read()).toEqual({ judgedOn: DAY_SET, split: { A: 1, B: 3 } });
    const late = planted();
    late.seed("s", "A");
    expect(() => late.set(DAY_SET)).toThrow(BEGUN);
    late.set(null, { A: 1, B: 1 });
    expect(late.read()).toEqual({ judgedOn: null, split: { A: 1, B: 1 } });
  });

  it("is not begun by a variant on a share that a seed brought", () => {
    const { seed, set } = planted();
    seed("s", null);
    seed("below", "A", "s");
    expect(() => set(DAY_SET)).not.toThrow();
  });

  it("is one to come, by the workspace's clock", () => {
    const { set } = planted();
    const past = new ConflictError("judgedOn", "past");
    expect(() => set("2026-03-09")).toThrow(past);
    set("2026-03-10");
    // Riyadh's day is over three hours before UTC's.
    const end = Date.UTC(2026, 2, 11) - 3 * HOUR;
    expect(() => set("2026-03-10", {}, end)).not.toThrow();
    set("2026-03-12");
    expect(() => set("2026-03-10", {}, end)).toThrow(past);
    expect(() => set("2026-03-10", {}, end - 1)).not.toThrow();
  });
});

it("is there for answers", () => {
  const { own, campaignId, set } = planted();
  const context = { asOf: NOW, horizon: DAY };
  expect(inputsReader(own).campaign(campaignId, context)?.experiment).toBeNull();
  set(DAY_SET);
  expect(inputsReader(own).campaign(campaignId, context)?.experiment).toEqual({
    judgedOn: DAY_SET,
    split: {},
  });
});
