import { parentPort } from "node:worker_threads";
import { inspectFile } from "#db/import/inspect-file.ts";
import { type FileFault, FileFaultError } from "#lib/sources/file-fault.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";

/** A file to look at. */
export interface InspectionJob {
  readonly id: number;
  readonly path: string;
}

/** What was seen, or why nothing was. */
export type InspectionAnswer = { readonly id: number } & (
  | { readonly inspection: FileInspection }
  | { readonly fault: FileFault }
  | { readonly error: string }
);

async function answer({ id, path }: InspectionJob): Promise<InspectionAnswer> {
  try {
    return { id, inspection: await inspectFile(path) };
  } catch (error) {
    return error instanceof FileFaultError ? { id, fault: error.fault } : { id, error: String(error) };
  }
}

parentPort?.on("message", async (job: InspectionJob) => parentPort?.postMessage(await answer(job)));
