import { and, eq } from "drizzle-orm";
import { headingHash } from "#db/import/heading-hash.ts";
import { columnMappings } from "#db/schema/column-mappings.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Forgets what the columns of files with these headings meant. */
export function forgetMapping(
  scope: Scope<"events.write">,
  { header }: { readonly header: readonly string[] },
): void {
  databaseOf(scope)
    .delete(columnMappings)
    .where(
      and(eq(columnMappings.workspaceId, scope.workspaceId), eq(columnMappings.heading, headingHash(header))),
    )
    .run();
}
