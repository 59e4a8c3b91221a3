import { headingHash } from "#db/import/heading-hash.ts";
import { columnMappings } from "#db/schema/column-mappings.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { SavedMapping } from "#lib/sources/saved-mapping.ts";

/** Keeps what the columns of a file mean, in place of what was kept for the same headings. */
export function saveMapping(
  scope: Scope<"events.write">,
  { header, now, ...meant }: SavedMapping & { readonly header: readonly string[]; readonly now: number },
): void {
  const values = { ...meant, savedAt: now };
  databaseOf(scope)
    .insert(columnMappings)
    .values({ workspaceId: scope.workspaceId, heading: headingHash(header), ...values })
    .onConflictDoUpdate({ target: [columnMappings.workspaceId, columnMappings.heading], set: values })
    .run();
}
