import { and, eq } from "drizzle-orm";
import { headingHash } from "#db/import/heading-hash.ts";
import { columnMappings } from "#db/schema/column-mappings.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { SavedMapping } from "#lib/sources/saved-mapping.ts";

/** What the columns of the last file with these headings meant; null where there was none, or it was forgotten. */
export function findMapping(
  scope: Scope<"events.write">,
  { header }: { readonly header: readonly string[] },
): SavedMapping | null {
  const { mapping, zone, choices } = columnMappings;
  const found = databaseOf(scope)
    .select({ mapping, zone, choices })
    .from(columnMappings)
    .where(
      and(eq(columnMappings.workspaceId, scope.workspaceId), eq(columnMappings.heading, headingHash(header))),
    )
    .get();
  return found ?? null;
}
