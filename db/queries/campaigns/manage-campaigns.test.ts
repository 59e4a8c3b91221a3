import { expect, it } from "vitest";
import { archiveCampaign } from "#db/queries/campaigns/archive-campaign.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { editCampaign } from "#db/queries/campaigns/edit-campaign.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import { readNextCampaign } from "#db/queries/campaigns/read-next-campaign.ts";
import { restoreCampaign } from "#db/queries/campaigns/restore-campaign.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";

const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const inputOf = (name: string) => CampaignInput.parse({ ...EMPTY, name, tool: "app" });
const FIRST = { sort: "name", archived: false, after: 0 } as const;

it("numbers campaigns within each workspace and reads them back", () => {
  const { own, strange } = openWorkspaces();
  expect(createCampaign(own, { input: inputOf("One"), now: 5 })).toBe(1);
  expect(createCampaign(own, { input: inputOf("Two"), simulated: true, now: 6 })).toBe(2);
  expect(createCampaign(strange, { input: inputOf("One"), now: 7 })).toBe(1);
  expect(readCampaign(own, { campaignId: 2 })).toMatchObject({ name: "Two", simulated: true, createdAt: 6 });
});

it("refuses a name that another campaign bears, and lets a campaign keep its own", () => {
  const { own } = openWorkspaces();
  createCampaign(own, { input: inputOf("One"), now: 0 });
  createCampaign(own, { input: inputOf("Two"), now: 0 });
  const taken = new ConflictError("name", "taken");
  expect(() => createCampaign(own, { input: inputOf("One"), now: 0 })).toThrow(taken);
  expect(() => editCampaign(own, { campaignId: 2, input: inputOf("One") })).toThrow(taken);
  editCampaign(own, { campaignId: 2, input: { ...inputOf("Two"), goal: "100 shares" } });
  expect(readCampaign(own, { campaignId: 2 }).goal).toBe("100 shares");
});

it("keeps a stranger out of reading, editing, archiving and restoring", () => {
  const { own, strange } = openWorkspaces();
  const campaignId = createCampaign(own, { input: inputOf("One"), now: 0 });
  expect(() => readCampaign(strange, { campaignId })).toThrow(NotFoundError);
  expect(() => editCampaign(strange, { campaignId, input: inputOf("Mine") })).toThrow(NotFoundError);
  expect(() => archiveCampaign(strange, { campaignId, now: 1 })).toThrow(NotFoundError);
  expect(() => restoreCampaign(strange, { campaignId })).toThrow(NotFoundError);
  expect(readNextCampaign(strange, FIRST)).toBe(null);
  expect(readCampaign(own, { campaignId })).toMatchObject({ name: "One", archivedAt: null });
});

it("moves an archived campaign to the other list, and back", () => {
  const { own } = openWorkspaces();
  const campaignId = createCampaign(own, { input: inputOf("One"), now: 0 });
  archiveCampaign(own, { campaignId, now: 9 });
  expect(readNextCampaign(own, FIRST)).toBe(null);
  expect(readNextCampaign(own, { ...FIRST, archived: true })?.id).toBe(campaignId);
  restoreCampaign(own, { campaignId });
  expect(readNextCampaign(own, FIRST)?.id).toBe(campaignId);
  expect(readNextCampaign(own, { ...FIRST, archived: true })).toBe(null);
});
