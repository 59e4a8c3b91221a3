import { expect, it } from "vitest";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { dayAt } from "#lib/time/zone-clock.ts";
import { readLife } from "./read-life.ts";

const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const event = (id: string, at: string, more: Partial<CampaignEvent> = {}): CampaignEvent => {
  const own = { id, kind: "visit" as const, person: id, occurredAt: Date.parse(at) };
  return { ...BLANK_EVENT, ...own, ...more };
};

/** In Kathmandu a day begins at 18:15 of UTC. */
function lifeOf(events: readonly CampaignEvent[], zone: string) {
  const { own } = openWorkspaces();
  const input = CampaignInput.parse({ ...EMPTY, name: "Spring", tool: "app" });
  const campaignId = createCampaign(own, { input, now: 0 });
  addEvents(own, campaignId, events);
  const life = readLife(own, { campaignId, zone });
  if (life === null) throw new Error("no life");
  return life;
}

const EVENTS = [event("a", "2026-03-01T18:25Z"), event("b", "2026-03-03T18:10Z")];

it("begins and ends with the hours of its first and last event", () => {
  for (const zone of ["UTC", "America/New_York"])
    expect(lifeOf(EVENTS, zone)).toEqual({
      first: Date.parse("2026-03-01T18:00Z"),
      last: Date.parse("2026-03-03T19:00Z") - 1,
    });
});

it("holds no day on which nothing was, where a day begins within those hours", () => {
  const { first, last } = lifeOf(EVENTS, "Asia/Kathmandu");
  expect([first, last]).toEqual([Date.parse("2026-03-01T18:25Z"), Date.parse("2026-03-03T18:10Z")]);
  expect([dayAt(first, "Asia/Kathmandu"), dayAt(last, "Asia/Kathmandu")]).toEqual([
    "2026-03-02",
    "2026-03-03",
  ]);
});

it("is of the events as they are by now", () => {
  const { own } = openWorkspaces();
  const input = CampaignInput.parse({ ...EMPTY, name: "Spring", tool: "app" });
  const campaignId = createCampaign(own, { input, now: 0 });
  const zone = "Asia/Kathmandu";
  addEvents(own, campaignId, EVENTS);
  expect(readLife(own, { campaignId, zone })?.first).toBe(Date.parse("2026-03-01T18:25Z"));
  addEvents(own, campaignId, [event("c", "2026-03-01T18:20Z")]);
  expect(readLife(own, { campaignId, zone })?.first).toBe(Date.parse("2026-03-01T18:20Z"));
});

it("keeps the hour of what nobody did, and is null before anything", () => {
  const bot = event("bot", "2026-02-20T18:40Z", { label: "bot", agent: "crawler" } as Partial<CampaignEvent>);
  const first = Date.parse("2026-02-20T18:00Z");
  expect(lifeOf([bot, ...EVENTS], "Asia/Kathmandu")).toEqual({
    first,
    last: Date.parse("2026-03-03T18:10Z"),
  });
  const { own } = openWorkspaces();
  expect(readLife(own, { campaignId: 9, zone: "Asia/Kathmandu" })).toBeNull();
});
