import { leaveWorkspace } from "#db/auth-store/leave-workspace.ts";
import { openDatabase } from "#db/open-database.ts";
import { whenFree } from "#db/when-free.ts";
import { ConflictError } from "#lib/access/errors.ts";

// A process of its own: path of the database, slug of the workspace, accounts that leave it one after the other.
const [path = "", workspaceSlug = "", ...userIds] = process.argv.slice(2);
const db = openDatabase(path);
let refused = 0;
for (const userId of userIds.map(Number))
  try {
    await whenFree(() => leaveWorkspace(db, { userId, workspaceSlug }));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    refused += 1;
  }
db.$client.close();
process.stdout.write(String(refused));
