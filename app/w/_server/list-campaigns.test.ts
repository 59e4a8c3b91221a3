import { expect, it } from "vitest";
import { workspaceReader } from "#db/inputs/workspace-reader.ts";
import { archiveCampaign } from "#db/queries/campaigns/archive-campaign.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { databaseOf } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { campaignKsAnswer } from "#lib/answers/campaigns/answer.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import { DAY } from "#lib/time/lengths.ts";
import { listCampaigns } from "./list-campaigns.ts";

const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const ALL = { sort: "name", archived: false } as const;
/** Names that only one way of comparing puts right: case, accents, scripts, letters beyond the first plane, a prefix. */
const NAMES = [
  ...["banana", "Apple", "apple pie", "APRICOT", "_x", "élan", "Zebra", "zebra 2", "ÉLAN", '"q", z', "apple"],
  ...["حملة الربيع", "حملة", "ﷺ", "𝒜 script", "🎉 fest", "=1+1", "z", "Za", "za b", "[x]", "`x"],
];

function create(scope: Scope<Permission>, name: string, now = 0): number {
  return createCampaign(scope, { input: CampaignInput.parse({ ...EMPTY, name, tool: "app" }), now });
}

/** Shares so many steps deep, begun at an hour, and others beside the first. */
function plant(scope: Scope<Permission>, campaignId: number, { depth = 1, beside = 0, hour = 0 }): void {
  const share = { kind: "share", channel: "email", arrives: true } as const;
  const chain = Array.from({ length: depth }, (_, level) => ({
    ...{
      ...share,
      id: `s${level}`,
      code: `s${level}`,
      person: `p${level}`,
      occurredAt: hour * 3_600_000 + level,
    },
    ...(level === 0 ? { seedKind: "organic" as const } : { via: `s${level - 1}` }),
  }));
  const seeds = Array.from({ length: beside }, (_, n) => ({
    ...{ ...share, id: `b${n}`, code: `b${n}`, person: `q${n}`, seedKind: "organic" as const, occurredAt: 0 },
  }));
  addEvents(scope, campaignId, [...chain, ...seeds]);
}

const namesOf = async (scope: Scope<Permission>, query: Partial<Parameters<typeof listCampaigns>[1]>) =>
  (await listCampaigns(scope, { ...ALL, ...query }, ksIn(scope))).map(({ name }) => name);

/** K as the thread that answers has it. */
const ksIn = (scope: Scope<Permission>) => async (campaignIds: readonly number[]) => {
  const asked = { asOf: 60 * DAY, horizon: 7 * DAY, campaignIds };
  return new Map(campaignKsAnswer(workspaceReader(scope), asked).map(({ id, k }) => [id, k]));
};

it("sorts by what each campaign has reached, the unknown last, equals by the newest", async () => {
  const { own } = openWorkspaces();
  const wide = create(own, "Wide");
  const deep = create(own, "Deep", 1);
  create(own, "Blank", 2);
  create(own, "Empty", 2);
  plant(own, wide, { depth: 2, beside: 5, hour: 10 });
  plant(own, deep, { depth: 4, hour: 50 });
  expect(await namesOf(own, { sort: "k" })).toEqual(["Deep", "Wide", "Empty", "Blank"]);
  expect(await namesOf(own, { sort: "sharers" })).toEqual(["Wide", "Deep", "Empty", "Blank"]);
  expect(await namesOf(own, { sort: "shares" })).toEqual(["Wide", "Deep", "Empty", "Blank"]);
  expect(await namesOf(own, { sort: "recent" })).toEqual(["Deep", "Wide", "Empty", "Blank"]);
  create(own, "Newest", 51 * 3_600_000);
  expect((await namesOf(own, { sort: "recent" }))[0]).toBe("Newest");
});

it("orders names as SQLite does without regard to case", async () => {
  const { own } = openWorkspaces();
  for (const name of NAMES) create(own, name);
  const byName = "SELECT name FROM campaigns WHERE workspace_id = 1 ORDER BY name COLLATE NOCASE, id DESC";
  const names = await namesOf(own, { sort: "name" });
  expect(names).toEqual(databaseOf(own).$client.prepare(byName).pluck().all());
  expect(names).toHaveLength(NAMES.length);
});

it("searches in either case, takes signs literally, and finds the archived apart", async () => {
  const { own, strange } = openWorkspaces();
  for (let n = 10; n < 40; n += 1) create(own, `Offer ${n}`);
  create(own, "100 % off");
  archiveCampaign(own, { campaignId: create(own, "Old offer"), now: 9 });
  create(strange, "A stranger's offer");
  expect(await namesOf(own, { search: " oFFER 3" })).toHaveLength(10);
  expect(await namesOf(own, { search: "%" })).toEqual(["100 % off"]);
  expect(await namesOf(own, { search: "offer" })).toHaveLength(30);
  expect(await namesOf(own, { archived: true })).toEqual(["Old offer"]);
  expect(await namesOf(own, { search: "no such" })).toEqual([]);
});

it("lets others have their turn between two campaigns", async () => {
  const { own } = openWorkspaces();
  for (let n = 0; n < 30; n += 1) create(own, `Offer ${n}`);
  let turns = 0;
  let isDone = false;
  const take = () => {
    turns += 1;
    if (!isDone) setImmediate(take);
  };
  setImmediate(take);
  await listCampaigns(own, ALL);
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(30);
});
