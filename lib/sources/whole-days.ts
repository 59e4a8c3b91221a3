import type { ImportRecord } from "./import-record.ts";

/** What tells of an import whether its times are whole days. */
type ReadImport = Pick<ImportRecord, "status" | "accepted" | "reading">;

const BACK: readonly string[] = ["cancelled", "undone"];

/** Whether events of any import that is in have whole days for times: what passed between them is known to a day only. */
export function haveWholeDays(imports: readonly ReadImport[]): boolean {
  return imports.some(
    ({ status, accepted, reading }) =>
      accepted > 0 && !BACK.includes(status) && reading?.forms?.wholeDays === true,
  );
}
