import type { ShapeChoices } from "#lib/sources/detect-format.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";
import { missingFields } from "#lib/sources/missing-fields.ts";
import { inspectFile } from "./inspect-file.ts";
import { listEntries } from "./zip-archive.ts";

/** Files of an archive that are looked at for a log of events. */
const MOST_TRIED = 20;

/**
 * Looks at a file for somebody who sees what was taken and may choose otherwise: of an archive that holds several
 * files the first that is a log of events, else the one whose columns tell most of one.
 * @throws FileFaultError when the file holds no rows that we read
 */
export async function inspectAnyEntry(path: string, choices: ShapeChoices): Promise<FileInspection> {
  try {
    return await inspectFile(path, choices);
  } catch (error) {
    if (choices.entry !== undefined || !isFault(error) || error.fault.reason !== "several-files") throw error;
    let best: FileInspection | undefined;
    for (const entry of (await listEntries(path)).slice(0, MOST_TRIED)) {
      const inspected = await tryEntry(path, { ...choices, entry });
      if (inspected === null) continue;
      if (missingFields(inspected.mapping).length === 0) return inspected;
      if (best === undefined || fieldsOf(inspected) > fieldsOf(best)) best = inspected;
    }
    if (best === undefined) throw error;
    return best;
  }
}

function fieldsOf({ mapping }: FileInspection): number {
  return Object.keys(mapping).length;
}

async function tryEntry(path: string, choices: ShapeChoices): Promise<FileInspection | null> {
  try {
    return await inspectFile(path, choices);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

function isFault(error: unknown): error is FileFaultError {
  return error instanceof FileFaultError;
}
