import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";

/** A secret as older versions stored it: plain, and to be found in the bytes of a file. */
export function plainSecret(kind: "signing" | "alias" | "ipk", id: number): string {
  return `${kind}_${String(id).padStart(6, "0")}_${"plain".repeat(8)}`;
}

/**
 * A database file of a version without vault: so many campaigns of workspace 1 collect and have a report, their keys
 * in plain. As many more were deleted since, and their bytes lie about in the file.
 */
export function plantPlainSecrets(path: string, count: number): void {
  migrate(path);
  const { $client: client } = openDatabase(path);
  client.exec(`INSERT INTO workspaces VALUES (1, 'w', 'W', 'UTC', 0);
    INSERT INTO installation (id, set_up_at) VALUES (1, 0)`);
  const campaign = client.prepare(
    "INSERT INTO campaigns (workspace_id, id, name, tool, created_at) VALUES (1, ?, ?, 'video', 0)",
  );
  const collection = client.prepare(
    `INSERT INTO collections (workspace_id, campaign_id, stem, signing_key, public_key, target_url, origins, created_at)
      VALUES (1, ?, ?, ?, ?, 'https://a.example/', '[]', 0)`,
  );
  const report = client.prepare(
    `INSERT INTO report_links (workspace_id, id, campaign_id, name, token_hash, alias_key, created_at, date_mode,
      sections, aliases, csv, theme, embed_origins, preview_card)
      VALUES (1, ?, ?, 'r', ?, ?, 0, 'free', '["cascades"]', 1, 1, 'light', '[]', 0)`,
  );
  client.transaction(() => {
    for (let id = 1; id <= 2 * count; id += 1) {
      campaign.run(id, `c${id}`);
      const stem = String(id).padStart(4, "0");
      collection.run(id, stem, plainSecret("signing", id), plainSecret("ipk", id));
      report.run(id, id, `token ${id}`, plainSecret("alias", id));
    }
  })();
  client.pragma("wal_checkpoint(TRUNCATE)");
  client.prepare("DELETE FROM campaigns WHERE id > ?").run(count);
  client.pragma("wal_checkpoint(TRUNCATE)");
  client.close();
}
