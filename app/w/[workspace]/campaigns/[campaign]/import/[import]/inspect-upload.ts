import { inspectAside } from "#app/_server/inspector-holder.ts";
import type { ImportRow } from "#db/import/find-import.ts";
import { shapeOf } from "#lib/sources/detect-format.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";

/** Columns and first rows of an upload; null when its file is gone or can no longer be read. */
export async function inspectUpload({ storedPath, format }: ImportRow): Promise<FileInspection | null> {
  if (storedPath === null) return null;
  try {
    return await inspectAside(storedPath, shapeOf(format));
  } catch {
    // It could be read when it came in: whatever the cause, the way on is to upload it again.
    return null;
  }
}
