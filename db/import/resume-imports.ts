import { existsSync } from "node:fs";
import { and, eq, inArray } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { imports } from "#db/schema/imports.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import type { ImportRow } from "./find-import.ts";
import { beginRetraction } from "./retract-import.ts";
import { setImport } from "./set-import.ts";

/** A command that imports gives a sign of life with every batch; after this long without one it is dead. */
const SILENCE_MS = MINUTE;

/**
 * At start: puts imports that the end of the process interrupted back where they can be taken up again, and
 * fails those whose file is gone; what nothing may stay of is marked to be taken back first. An undo is still marked. Running an import again goes on behind the last stored batch. One that a
 * command runs beside the server is left to it.
 * @param now UTC milliseconds
 */
export function resumeImports(db: IntisharDatabase, now: number): { resumed: number; failed: number } {
  const result = { resumed: 0, failed: 0 };
  const interrupted = inArray(imports.status, ["checking", "importing"]);
  for (const { id, slug } of db.select().from(workspaces).all()) {
    const scope = openOperatorScope(db, slug);
    for (const row of db
      .select()
      .from(imports)
      .where(and(eq(imports.workspaceId, id), interrupted))
      .all()) {
      if (row.storedPath !== null && existsSync(row.storedPath)) {
        // A check had not yet been answered by anybody, so it is the check that is made again.
        const status = row.status === "checking" ? "uploaded" : "queued";
        setImport(scope, row.id, [row.status], { status });
        result.resumed += 1;
      } else if (row.storedPath !== null || now - (row.aliveAt ?? 0) > SILENCE_MS) {
        failImport(scope, row, now);
        result.failed += 1;
      }
    }
  }
  return result;
}

function failImport(scope: Scope<Permission>, { id, status, policy }: ImportRow, now: number): void {
  const fault = { reason: "interrupted" } as const;
  if (policy === "all-or-nothing") beginRetraction(scope, id, { status: "failed", fault });
  else setImport(scope, id, [status], { status: "failed", fault, finishedAt: now });
}
