import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { eventStoreOf } from "#db/event-store-of.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { type ImportOutcome, runImport } from "#db/import/run-import.ts";
import type { RunOptions } from "#db/import/run-options.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ImportPolicy } from "#lib/domain/import.ts";

/** Two workspaces with one campaign each in a temporary folder, for tests of imports. */
export class ImportFixture {
  readonly folder = mkdtempSync(join(tmpdir(), "intishar-import-test-"));
  readonly databasePath = join(this.folder, "test.db");
  readonly db: IntisharDatabase;
  readonly scope: Scope<Permission>;
  readonly stranger: Scope<Permission>;
  readonly now = Date.UTC(2024, 5, 1);

  constructor() {
    migrate(this.databasePath);
    this.db = openDatabase(this.databasePath, { vault: TEST_VAULT });
    for (const [id, slug] of [
      [1, "ours"],
      [2, "theirs"],
    ] as const) {
      this.db
        .insert(workspaces)
        .values({ id, slug, name: slug, zone: "Africa/Khartoum", createdAt: 0 })
        .run();
      this.db
        .insert(campaigns)
        .values({ workspaceId: id, id: 1, name: "Launch", tool: "video", createdAt: 0 })
        .run();
    }
    this.scope = openOperatorScope(this.db, "ours");
    this.stranger = openOperatorScope(this.db, "theirs");
  }

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  async create(path: string, policy: ImportPolicy = "keep-good"): Promise<number> {
    const { format, mapping, choices } = await inspectFile(path);
    return createImport(this.scope, {
      ...{ campaignId: 1, fileName: basename(path), fileBytes: statSync(path).size, storedPath: path },
      ...{ format, mapping, reading: { choices, forms: null }, zone: "UTC", policy, now: this.now },
    });
  }

  async run(
    path: string,
    options: Partial<RunOptions> & { policy?: ImportPolicy } = {},
  ): Promise<ImportOutcome> {
    const { policy, ...rest } = options;
    const id = await this.create(path, policy);
    return runImport(this.scope, id, { path, now: () => this.now, ...rest });
  }

  digest(): string {
    return eventStoreOf(this.db).digest({ workspaceId: 1, campaignId: 1 });
  }

  count(table: "journal" | "quarantine" | "shares" | "imports"): number {
    return this.db.$client.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  }

  close(): void {
    this.db.$client.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
