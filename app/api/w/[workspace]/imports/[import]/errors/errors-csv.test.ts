import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { quarantine } from "#db/schema/quarantine.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { translator } from "#lib/i18n/translator.ts";
import { errorsCsv } from "./errors-csv.ts";

test("faulty rows come as CSV that a spreadsheet cannot mistake for formulas", () => {
  const folder = mkdtempSync(join(tmpdir(), "intishar-errors-"));
  const path = join(folder, "intishar.db");
  migrate(path);
  const db = openDatabase(path);
  db.insert(workspaces).values({ id: 1, slug: "acme", name: "Acme", zone: "UTC", createdAt: 0 }).run();
  const campaign = { workspaceId: 1, id: 1, name: "Spring", tool: "share-button", createdAt: 0 } as const;
  db.insert(campaigns).values(campaign).run();
  const scope = openOperatorScope(db, "acme");
  const importId = createImport(scope, {
    ...{ campaignId: 1, fileName: "log.csv", fileBytes: 1, storedPath: null, zone: "UTC", now: 0 },
    ...{ format: { kind: "csv", delimiter: "," }, mapping: {}, policy: "keep-good" },
  });
  const fault = { workspaceId: 1, importId, reason: "not-a-date", receivedAt: 0 } as const;
  const rows = [
    { ...fault, row: 1, line: 2, field: "occurredAt", raw: '=HYPERLINK("http://evil.test"),x' },
    { ...fault, row: 4, line: 5, field: "occurredAt", raw: "s4 s1 dina" },
  ];
  db.insert(quarantine).values(rows).run();
  const words = { t: translator("en", messagesOf("en")), dialect: "comma" } as const;
  const csv = [...errorsCsv(scope, importId, words)].join("");
  expect(csv.split("\r\n")).toEqual([
    "\uFEFFrow,line,field,reason,sentence,raw",
    '1,2,occurredAt,not-a-date,Time: is not a time,"\'=HYPERLINK(""http://evil.test""),x"',
    "4,5,occurredAt,not-a-date,Time: is not a time,s4 s1 dina",
    "",
  ]);
  expect([...errorsCsv(scope, importId + 1, words)]).toHaveLength(1);
  db.$client.close();
  rmSync(folder, { recursive: true });
});
