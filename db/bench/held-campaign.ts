import { findImport } from "#db/import/find-import.ts";
import { IMPORT_CONNECTION } from "#db/import/import-settings.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { imports } from "#db/schema/imports.ts";
import { openOperatorScope } from "#db/scope.ts";
import type { Vault } from "#db/vault/vault.ts";
import { REPORT_SECTIONS, type ReportLinkInput } from "#lib/access/report-link.ts";
import { fillCampaign } from "./plant-activity.ts";
import { plantOwner } from "./plant-owner.ts";

const FILE = {
  fileName: "bench.ndjson",
  fileBytes: 0,
  storedPath: null,
  format: { kind: "ndjson", delimiter: null },
  mapping: {},
  zone: "UTC",
  policy: "keep-good",
} as const;
const WHOLE: ReportLinkInput = {
  name: "bench",
  notes: null,
  sections: [...REPORT_SECTIONS],
  dateMode: "free",
  fromDay: null,
  toDay: null,
  expiresOn: null,
  aliases: false,
  csv: true,
  previewCard: false,
  locale: null,
  theme: "light",
  embedOrigins: [],
};

/** A campaign and the token of a report link that shows all of it. */
interface Shown {
  readonly campaignId: number;
  readonly token: string;
}

/** Campaigns of the workspace `bench`, for another process to serve. */
interface HeldCampaigns {
  readonly db: IntisharDatabase;
  /** Id of the owner's session. */
  readonly session: string;
  /** Of as many shares as were wanted, half of them of an import that can be undone. */
  readonly large: Shown;
  /** Of a few. */
  readonly small: Shown;
  beginUndo(): void;
  isUndone(): boolean;
  close(): void;
}

/**
 * Fills a fresh database with a campaign of so many shares, and a small one.
 * @param vault that of the server that will serve it
 */
export function plantHeldCampaigns(path: string, shares: number, vault: Vault): HeldCampaigns {
  migrate(path);
  const db = openDatabase(path, { ...IMPORT_CONNECTION, vault });
  const now = Date.now();
  const session = plantOwner(db, now);
  const scope = openOperatorScope(db, "bench");
  const small = 2;
  db.insert(campaigns)
    .values({ workspaceId: 1, id: small, name: "small", tool: "video", createdAt: now })
    .run();
  const [kept = 0, undone = 0] = [1, 2].map(() => createImport(scope, { campaignId: 1, ...FILE, now }));
  db.update(imports).set({ status: "done" }).run();
  fillCampaign(db, 1, { shares }, [kept, undone]);
  fillCampaign(db, small, { shares: 1 });
  const shown = (campaignId: number): Shown => ({
    campaignId,
    token: createReportLink(scope, { campaignId, passwordHash: null, now, input: WHOLE }),
  });
  return {
    db,
    session,
    large: shown(1),
    small: shown(small),
    beginUndo: () => updateImport(scope, { importId: undone, status: "undoing" }),
    isUndone: () => findImport(scope, undone).status === "undone",
    close: () => db.$client.close(),
  };
}
