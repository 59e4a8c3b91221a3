import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { and, eq, isNotNull, lt, notInArray } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { imports } from "#db/schema/imports.ts";
import { DAY } from "#lib/time/lengths.ts";

const KEPT_DAYS = 7;

/**
 * At start: deletes uploads that nobody has come back to for a week, their imports being cancelled, and files
 * that no import knows of, a day after they were written. What is checked or under way is kept.
 * @param folder where uploads lie; need not exist
 * @param now UTC milliseconds
 */
export function sweepUploads(db: IntisharDatabase, folder: string, now: number): void {
  const kept = ["checking", "checked", "queued", "importing", "undoing"] as const;
  const forgotten = db
    .select()
    .from(imports)
    .where(
      and(
        isNotNull(imports.storedPath),
        notInArray(imports.status, [...kept]),
        lt(imports.createdAt, now - KEPT_DAYS * DAY),
      ),
    )
    .all();
  for (const { workspaceId, id, status, storedPath } of forgotten) {
    if (storedPath !== null) rmSync(storedPath, { force: true });
    db.update(imports)
      .set({ storedPath: null, ...(status === "uploaded" ? { status: "cancelled", finishedAt: now } : {}) })
      .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, id)))
      .run();
  }
  if (!existsSync(folder)) return;
  const known = new Set(
    db
      .select({ path: imports.storedPath })
      .from(imports)
      .where(isNotNull(imports.storedPath))
      .all()
      .map(({ path }) => path),
  );
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!known.has(path) && statSync(path).mtimeMs < now - DAY) rmSync(path, { force: true });
  }
}
