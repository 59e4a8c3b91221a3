import type { ImportRecord } from "./import-record.ts";

/** An import whose file broke off behind the rows that are in. */
export type BrokenImport = Pick<ImportRecord, "id" | "campaignId" | "fileName" | "fault" | "accepted">;

/** What tells it. */
export type EndedImport = BrokenImport & Pick<ImportRecord, "status" | "duplicate">;

/**
 * Of the imports of campaigns those whose files broke off and are not completed: by a later import that read a file whole
 * in which all of their rows were there again.
 */
export function brokenImports(imports: readonly EndedImport[]): BrokenImport[] {
  return imports
    .filter(({ status, fault, accepted }) => ENDED.includes(status) && fault !== null && accepted > 0)
    .filter((broken) => !imports.some((later) => completes(later, broken)))
    .map(({ id, campaignId, fileName, fault, accepted }) => ({ id, campaignId, fileName, fault, accepted }));
}

const ENDED: readonly string[] = ["done", "failed"];

function completes(later: EndedImport, broken: EndedImport): boolean {
  return (
    later.campaignId === broken.campaignId &&
    later.id > broken.id &&
    later.status === "done" &&
    later.fault === null &&
    later.duplicate >= broken.accepted
  );
}
