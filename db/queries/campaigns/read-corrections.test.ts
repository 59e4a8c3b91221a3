import { expect, test } from "vitest";
import { retractImport } from "#db/import/retract-import.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { databaseOf } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import { archiveCampaign } from "./archive-campaign.ts";
import { createCampaign } from "./create-campaign.ts";
import { editCampaign } from "./edit-campaign.ts";
import { readCorrections } from "./read-corrections.ts";
import { addEvents } from "./testing/add-events.ts";
import { openWorkspaces } from "./testing/open-workspaces.ts";

const FORM = {
  name: "Spring",
  tool: "app",
  description: "",
  startsOn: "",
  endsOn: "",
  spend: "10",
  currency: "SAR",
  audience: "",
  goal: "",
};

const edit = (scope: Scope<Permission>, more: Partial<typeof FORM> & { planCity?: string }) =>
  editCampaign(scope, { campaignId: 1, input: CampaignInput.parse({ ...FORM, ...more }) });

function plant() {
  const { own, strange } = openWorkspaces();
  for (const scope of [own, strange]) createCampaign(scope, { input: CampaignInput.parse(FORM), now: 0 });
  const importOf = (scope: Scope<Permission>) => {
    const importId = createImport(scope, {
      campaignId: 1,
      fileName: "log.csv",
      fileBytes: 1,
      storedPath: null,
      format: { kind: "csv", delimiter: "," },
      mapping: {},
      zone: "UTC",
      policy: "keep-good",
      now: 0,
    });
    for (const status of ["queued", "importing", "done"] as const) updateImport(scope, { importId, status });
    return importId;
  };
  return { own, strange, importOf };
}

test.each([
  ["name", { name: "Summer" }],
  ["spend", { spend: "11" }],
  ["currency", { currency: "USD" }],
  ["audience", { planCity: "Jeddah" }],
  ["tool", { tool: "video" }],
])("another %s of a campaign is a correction, and the same once more is none", (_, more) => {
  const { own } = plant();
  const before = readCorrections(own);
  edit(own, {});
  expect(readCorrections(own)).toBe(before);
  edit(own, more);
  expect(readCorrections(own)).not.toBe(before);
});

test("a campaign put away, and the workspace in another zone, are corrections", () => {
  const { own } = plant();
  const before = readCorrections(own);
  databaseOf(own).update(workspaces).set({ zone: "Asia/Tehran" }).run();
  const moved = readCorrections(own);
  expect(moved).not.toBe(before);
  archiveCampaign(own, { campaignId: 1, now: 1 });
  expect(readCorrections(own)).not.toBe(moved);
});

test("an import is a correction once it is taken back, and not while it brings more", async () => {
  const { own, importOf } = plant();
  const before = readCorrections(own);
  const importId = importOf(own);
  addEvents(own, 1, [{ kind: "share", person: "a", code: "a", occurredAt: 0 }]);
  expect(readCorrections(own)).toBe(before);
  updateImport(own, { importId, status: "undoing" });
  const undoing = readCorrections(own);
  expect(undoing).not.toBe(before);
  await retractImport(own, importId, { now: () => 1 });
  expect(readCorrections(own)).not.toBe(undoing);
});

test("what another workspace corrects is its own", () => {
  const { own, strange, importOf } = plant();
  const before = readCorrections(own);
  edit(strange, { spend: "12" });
  updateImport(strange, { importId: importOf(strange), status: "undoing" });
  expect(readCorrections(own)).toBe(before);
});
