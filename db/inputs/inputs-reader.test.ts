import { beforeEach, describe, expect, it } from "vitest";
import { eventStoreOf } from "#db/event-store-of.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { editCampaign } from "#db/queries/campaigns/edit-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { databaseOf, openOperatorScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { inputsReader } from "./inputs-reader.ts";

const START = Date.UTC(2026, 2, 1);
const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", audience: "", goal: "" };
const input = (currency: string, name = "Spring") =>
  CampaignInput.parse({ ...EMPTY, name, tool: "app", currency });
let own: Scope<Permission>;
let strange: Scope<Permission>;

beforeEach(() => {
  ({ own, strange } = openWorkspaces());
  createCampaign(own, { input: input("SAR"), now: START });
  createCampaign(own, { input: input("SAR", "Summer"), now: START });
  addEvents(own, 1, [event("a", "share"), event("b", "conversion", { value: 3, currency: "SAR" })]);
});

function event(id: string, kind: "share" | "conversion", more: Partial<CampaignEvent> = {}): CampaignEvent {
  const own = kind === "share" ? { code: id, channel: "x" } : {};
  return { ...BLANK_EVENT, id, kind, person: id, occurredAt: START + 1, ...own, ...more };
}

const read = (campaignId = 1, asOf = START + 2 * DAY, { scope = own, horizon = DAY } = {}) => {
  const inputs = inputsReader(scope).campaign(campaignId, { asOf, horizon });
  if (inputs === null) throw new Error("no campaign");
  return inputs;
};

describe("what a campaign's analyses are made of", () => {
  it("is kept while other campaigns are written to, and for later instants", () => {
    const { forest, activity } = read();
    addEvents(own, 2, [event("other", "share")]);
    expect(read().forest).toBe(forest);
    expect(read(1, START + 3 * DAY).activity).toBe(activity);
  });

  it("is read anew once the campaign has another event, or its values another currency", () => {
    const { forest, activity } = read();
    expect([forest.size, activity.value[1]]).toEqual([1, 3]);
    editCampaign(own, { campaignId: 1, input: input("USD") });
    expect(read().activity.value[1]).toBe(0);
    addEvents(own, 1, [event("c", "share")]);
    expect(read().forest.size).toBe(2);
  });

  it("has the ages of the instant that is asked about", () => {
    const ages = [2, 3].map((days) => read(1, START + days * DAY).lags.seeds.age[0]);
    expect(ages).toEqual([2 * DAY - 1, 3 * DAY - 1]);
  });

  it("is read anew for a later instant by which more had happened", () => {
    expect([read(1, START).forest.size, read(1, START + 2 * DAY).forest.size]).toEqual([0, 1]);
    expect(read(1, START).forest.size).toBe(0);
  });

  it("has the lags of the horizon that is asked about", () => {
    const dueWithinADay = (horizon: number) =>
      read(1, START + 2 * DAY, { horizon }).lags.interval.cdf(DAY - 1);
    const short = dueWithinADay(DAY);
    expect(dueWithinADay(9 * DAY)).toBeLessThan(short);
    expect(dueWithinADay(DAY)).toBe(short);
  });

  it("is each workspace's own, also of campaigns that look alike from outside", () => {
    const db = databaseOf(own);
    createCampaign(strange, { input: input("SAR"), now: START });
    addEvents(strange, 1, [event("x", "share"), event("y", "conversion", { value: 3, currency: "SAR" })]);
    const theirs = inputsReader(openOperatorScope(db, "strange"));
    const { forest } = read();
    expect(theirs.campaign(1, { asOf: START + 2 * DAY, horizon: DAY })?.forest.codes).toEqual(["x"]);
    expect(read().forest).toBe(forest);
    expect(forest.codes).toEqual(["a"]);
  });

  it("is that of the two campaigns looked at last", () => {
    createCampaign(own, { input: input("SAR", "Autumn"), now: START });
    const first = read(1).forest;
    read(2);
    expect(read(1).forest).toBe(first);
    read(3);
    expect(read(1).forest).toBe(first);
    const second = read(2).forest;
    read(3);
    read(1);
    expect(read(2).forest).not.toBe(second);
  });

  it("is nothing for a campaign that the workspace has not", () => {
    expect(inputsReader(own).campaign(99, { asOf: START, horizon: DAY })).toBeNull();
  });
});

describe("how late reports are", () => {
  const now = START + 20 * DAY;
  /** Events each received so long after they happened, one a batch as they come in. */
  const collect = (
    prefix: string,
    count: number,
    delay: number,
    source: string,
    more: Partial<CampaignEvent> = {},
  ) => {
    const store = eventStoreOf(databaseOf(own));
    for (let i = 0; i < count; i++) {
      const occurredAt = START + 10 * DAY + i * MINUTE;
      const delivery = { source, importId: null, receivedAt: occurredAt + delay, online: true };
      store.append(
        { workspaceId: own.workspaceId, campaignId: 1 },
        [event(`${prefix}${i}`, "conversion", { occurredAt, ...more })],
        delivery,
      );
    }
  };

  it("is told by what collectors took in, and not by files, links or machines", () => {
    collect("live", 120, HOUR, "server");
    expect(read(1, now).completeUntil(now)).toBe(now - HOUR);
    collect("file", 200, 5 * HOUR, "event-log");
    collect("bot", 200, 5 * HOUR, "browser", { label: "bot" });
    expect(read(1, now).completeUntil(now)).toBe(now - HOUR);
    collect("late", 40, 2 * HOUR, "browser");
    expect(read(1, now).completeUntil(now)).toBe(now - 2 * HOUR);
  });

  it("is not asked of few, nor of another campaign's or workspace's", () => {
    collect("live", 99, HOUR, "server");
    expect(read(1, now).completeUntil(now)).toBe(now);
    collect("more", 1, HOUR, "server");
    expect(read(1, now).completeUntil(now)).toBe(now - HOUR);
    expect(read(2, now).completeUntil(now)).toBe(now);
    createCampaign(strange, { input: input("SAR"), now: START });
    const theirs = inputsReader(openOperatorScope(databaseOf(own), "strange"));
    expect(theirs.campaign(1, { asOf: now, horizon: DAY })?.completeUntil(now)).toBe(now);
  });
});
