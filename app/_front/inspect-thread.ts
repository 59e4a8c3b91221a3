import { parentPort } from "node:worker_threads";
import { inspectAnyEntry } from "#db/import/inspect-any-entry.ts";
import type { ShapeChoices } from "#lib/sources/detect-format.ts";
import { type FileFault, FileFaultError } from "#lib/sources/file-fault.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";

/** A file to look at. */
export interface InspectionJob {
  readonly id: number;
  readonly path: string;
  readonly shape: ShapeChoices;
}

/** What was seen, or why nothing was. */
export type InspectionAnswer = { readonly id: number } & (
  | { readonly inspection: FileInspection }
  | { readonly fault: FileFault }
  | { readonly error: string }
);

async function answer({ id, path, shape }: InspectionJob): Promise<InspectionAnswer> {
  try {
    return { id, inspection: await inspectAnyEntry(path, shape) };
  } catch (error) {
    return error instanceof FileFaultError ? { id, fault: error.fault } : { id, error: String(error) };
  }
}

parentPort?.on("message", async (job: InspectionJob) => parentPort?.postMessage(await answer(job)));
