import { notFound } from "next/navigation";
import type { ImportRow } from "#db/import/find-import.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/** The import that a URL names; answers 404 when the campaign has none of that number. */
export function readImportPage(
  scope: Scope<"events.read">,
  at: { campaign: string; import: string },
): ImportRow {
  try {
    const row = readImport(scope, { importId: Number(at.import) });
    if (row.campaignId === Number(at.campaign)) return row;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  notFound();
}
