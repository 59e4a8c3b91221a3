import { expect, it } from "vitest";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { databaseOf } from "#db/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { readLive } from "./read-live.ts";

const NOW = Date.UTC(2026, 2, 1, 12);
const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const INPUT = CampaignInput.parse({ ...EMPTY, name: "Spring", tool: "app" });

it("shows the last half hour, and of it what the filters let through", () => {
  const { own } = openWorkspaces();
  createCampaign(own, { input: INPUT, now: 0 });
  const share = { ...BLANK_EVENT, kind: "share", occurredAt: NOW } as const;
  addEvents(own, 1, [
    { ...share, id: "a", code: "a", person: "p", channel: "email" },
    { ...share, id: "b", code: "b", person: "q", channel: "sms", via: "a", attributes: { country: "SA" } },
    { ...BLANK_EVENT, kind: "visit", id: "v", person: "r", via: "b", occurredAt: NOW },
  ]);
  databaseOf(own).$client.prepare("UPDATE journal SET received_at = ?").run(NOW);
  const seen = (filters: Parameters<typeof readLive>[1]["filters"], marked: MarkedCodes | null = null) => {
    const { events, minutes } = readLive(own, {
      campaignId: 1,
      ...{ now: NOW + 1000, marked },
      ...(filters && { filters }),
    });
    const sum = (name: "visits" | "shares") => minutes.reduce((total, minute) => total + minute[name], 0);
    return [events.map(({ person }) => person).sort(), sum("visits"), sum("shares")];
  };
  expect(seen(undefined)).toEqual([["p", "q", "r"], 1, 2]);
  expect(seen([{ dimension: "channel", isNot: false, values: ["sms"] }])).toEqual([["q", "r"], 1, 1]);
  expect(seen([{ dimension: "channel", isNot: true, values: ["sms"] }])).toEqual([["p"], 0, 1]);
  expect(seen([{ dimension: "country", isNot: false, values: ["SA"] }])).toEqual([["q"], 0, 1]);
  const integrity = { dimension: "integrity", isNot: true, values: ["suspect", "below"] } as const;
  expect(seen([integrity], { suspect: ["b"], below: [] })).toEqual([["p"], 0, 1]);
  expect(seen([integrity], { suspect: [], below: ["a"] })).toEqual([["q", "r"], 1, 1]);
  expect(seen([{ ...integrity, isNot: false }], { suspect: ["b"], below: ["a"] })).toEqual([
    ["p", "q", "r"],
    1,
    2,
  ]);
  expect(() => seen([integrity])).toThrow("marked codes");
  expect(readLive(own, { campaignId: 1, now: NOW + HOUR }).events).toEqual([]);
});
