import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Analyst, createAnalyst } from "#app/_analysis/analyst.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { workspaces } from "#db/schema/workspaces.ts";

let folder: string;
let db: IntisharDatabase;
let analyst: Analyst;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "intishar-analyst-"));
  const databasePath = join(folder, "intishar.db");
  migrate(databasePath);
  db = openDatabase(databasePath);
  db.insert(workspaces).values({ id: 1, slug: "acme", name: "Acme", zone: "UTC", createdAt: 0 }).run();
  const campaign = { workspaceId: 1, id: 1, name: "Spring", tool: "share-button", createdAt: 0 } as const;
  db.insert(campaigns).values(campaign).run();
  analyst = createAnalyst({ databasePath });
});

afterEach(async () => {
  await analyst.stop();
  db.$client.close();
  rmSync(folder, { recursive: true });
});

const question = { campaignId: 1, asOf: 1_700_000_000_000, horizon: 86_400_000 };

test("answers in a thread of its own, and goes on after a question that fails", async () => {
  const unknown = analyst.ask({ name: "viral-coefficient", workspaceSlug: "nobody", question });
  await expect(unknown).rejects.toThrow("workspace");
  const answer = await analyst.ask({ name: "viral-coefficient", workspaceSlug: "acme", question });
  expect(answer).toMatchObject({ k: { value: null, why: "empty" } });
});
