import { eventStoreOf } from "#db/event-store-of.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { printUpgrade } from "#db/upgrade/print-upgrade.ts";

/** Folds every journal again, one transaction a campaign, and says whether anything came out different. */
function rebuildAll(db: IntisharDatabase): void {
  const store = eventStoreOf(db);
  const rows = db.select().from(campaigns).orderBy(campaigns.workspaceId, campaigns.id).all();
  for (const { workspaceId, id: campaignId, name } of rows) {
    const key = { workspaceId, campaignId };
    const [before, after] = inTransaction(db.$client, () => {
      const digest = store.digest(key);
      store.rebuild(key);
      return [digest, store.digest(key)];
    });
    const verdict = before === after ? "equal" : "different";
    process.stdout.write(
      `${workspaceId}/${campaignId} ${name}: before ${before} after ${after} ${verdict}\n`,
    );
  }
}

const path = process.env.DATABASE_PATH ?? ".data/intishar.db";
try {
  migrate(path, { onProgress: printUpgrade(process.stderr) });
  const db = openDatabase(path, { cacheMebibytes: 64 });
  try {
    rebuildAll(db);
  } finally {
    db.$client.close();
  }
} catch (error) {
  process.stderr.write(`rebuild: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
