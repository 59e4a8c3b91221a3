import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { DryRunReport } from "#lib/domain/import.ts";
import { orphanLine } from "#lib/domain/orphan-line.ts";
import { orphanWarning } from "#lib/domain/orphan-warning.ts";
import { describeMarks, describeParents } from "./describe-parents.ts";
import { reportParents } from "./index-parents.ts";
import type { EventFile } from "./read-events.ts";

/** Says on standard error what a dry run found of a file's marks, repeated ids and parents. */
export function tellOfReading(path: string, report: Omit<DryRunReport, "counts">): void {
  const { marked = 0, conflicts = 0, parents } = report;
  tellOfConflicts(path, conflicts);
  const orphans = orphanWarning(report);
  if (orphans !== null)
    tell([orphanLine(orphans.share, orphans.factor === null ? "no-links" : { factor: orphans.factor })]);
  tell([...describeMarks(marked), ...(parents ? describeParents(parents) : [])]);
}

/** Says on standard error how many rows contradict the record of their id or code, if any does. */
export function tellOfConflicts(path: string, conflicts: number): void {
  if (conflicts === 0) return;
  tell([
    `${path}: ${conflicts} rows bear the id or code of another record that says something else: one counts`,
  ]);
}

/** Says on standard error what would find the parents that an import left unknown, if anything would. */
export async function tellOfCure(
  scope: Scope<"events.read">,
  { campaignId, importId }: { readonly campaignId: number; readonly importId: number },
  file: EventFile,
): Promise<void> {
  const key = { workspaceId: scope.workspaceId, campaignId };
  const found = await reportParents(file, { campaign: { db: databaseOf(scope, campaignId), key } });
  if (found === null || found.cure === null) return;
  const back = `--undo ${importId} takes this import back; then import the file again with that option`;
  tell([...describeParents({ ...found, applied: null }), back]);
}

/** Writes lines to standard error. */
export function tell(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}
