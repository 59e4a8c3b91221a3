import { describe, expect, it } from "vitest";
import { readConversions } from "#db/inputs/read-conversions.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import { readPerson } from "./read-person.ts";

const SARA = 'سارة/"x"?#%';

function plant() {
  const { own, strange } = openWorkspaces();
  databaseOf(own)
    .insert(campaigns)
    .values({ workspaceId: 1, id: 1, name: "a", tool: "app", currency: "SAR", createdAt: 0 })
    .run();
  addEvents(own, 1, [
    { kind: "share", person: "team", code: "seed", occurredAt: 0, seedKind: "organic" },
    { kind: "visit", person: "mid", via: "seed", occurredAt: 1 },
    { kind: "share", person: "mid", code: "m", occurredAt: 2 },
    { kind: "visit", person: SARA, via: "m", occurredAt: 3 },
    { kind: "visit", person: SARA, via: "seed", occurredAt: 4 },
    { kind: "share", person: SARA, code: "s", occurredAt: 5 },
    { kind: "share", person: SARA, code: "s2", via: "gone", occurredAt: 6 },
    { kind: "conversion", person: SARA, via: "m", occurredAt: 7, value: 2.5, currency: "SAR" },
    { kind: "conversion", person: "x", via: "s", occurredAt: 8, value: 9, currency: "USD" },
  ]);
  return { own, strange };
}

describe("readPerson", () => {
  it("tells lineage with its evidence, assists, and events from the newest", () => {
    const { own } = plant();
    const person = readPerson(own, { campaignId: 1, person: SARA, page: 7 });
    expect(person).toMatchObject({ person: SARA, firstAt: 3, lastAt: 7, visits: 2, page: 1, pages: 1 });
    expect(person?.shares).toMatchObject([
      { code: "s2", via: "gone", faults: 1, above: [] },
      {
        code: "s",
        root: "seed",
        evidence: "touch",
        depth: 2,
        above: [{ person: "mid" }, { person: "team" }],
      },
    ]);
    expect(person?.assists).toMatchObject([{ via: "seed", person: "team", visits: 1, first: 4 }]);
    expect(person?.events.map(({ at }) => at)).toEqual([7, 6, 5, 4, 3]);
  });

  it("knows nobody of another name, campaign or workspace", () => {
    const { own, strange } = plant();
    expect(readPerson(own, { campaignId: 1, person: "nobody", page: 1 })).toBeNull();
    expect(readPerson(own, { campaignId: 2, person: SARA, page: 1 })).toBeNull();
    expect(readPerson(strange, { campaignId: 1, person: SARA, page: 1 })).toBeNull();
  });
});

it("reads conversions up to an instant, values in the campaign's currency alone", () => {
  const { own } = plant();
  const sara = { person: SARA, via: "m", occurredAt: 7, value: 2.5 };
  expect(readConversions(own, { campaignId: 1, asOf: 7 })).toEqual([sara]);
  expect(readConversions(own, { campaignId: 1, asOf: 8 })).toMatchObject([
    sara,
    { person: "x", value: null },
  ]);
});
