import { findCampaign } from "#db/find-campaign.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { DryRunReport } from "#lib/domain/import.ts";
import { type FileFault, FileFaultError } from "#lib/sources/file-fault.ts";
import type { ColumnForms } from "#lib/sources/reading.ts";
import { FileSurvey } from "./file-survey.ts";
import type { ImportProgress } from "./import-progress.ts";
import { readAhead } from "./read-ahead.ts";
import type { EventFile, FaultyRow } from "./read-events.ts";

// Few enough not to hold the event loop for long.
const BATCH = 10_000;

/** A file that may be imported into a campaign, and how to read it. */
export interface CheckOptions extends Pick<EventFile, "path" | "format" | "mapping"> {
  readonly campaignId: number;
  /** IANA zone of times that state none. */
  readonly zone: string;
  /** How its columns are written. */
  readonly forms: ColumnForms;
  /** UTC milliseconds. */
  readonly now: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Asked between batches; the report then covers the rows read so far. */
  readonly shouldStop?: () => boolean;
  /** Given the faulty rows of each batch that has any. */
  readonly onFaults?: (rows: readonly FaultyRow[], progress: ImportProgress) => void;
}

/**
 * Reads a whole file and tells what importing it would do; stores nothing. Memory stays flat: what must be
 * remembered of every row lies in a scratch file.
 * @returns the report, with the fault where reading the file ended early
 * @throws NotFoundError when the workspace has no such campaign
 */
export async function checkFile(
  scope: Scope<"events.read">,
  { campaignId, path, format, mapping, zone, forms, now, onProgress, shouldStop, onFaults }: CheckOptions,
): Promise<DryRunReport & { fault?: FileFault }> {
  const { currency } = findCampaign(scope, campaignId);
  const survey = new FileSurvey(databaseOf(scope, campaignId), {
    workspaceId: scope.workspaceId,
    campaignId,
  });
  try {
    const file = { path, format, mapping, context: { zone, currency, now, forms } };
    for await (const { events, faulty, bytesRead } of readAhead(file, { skip: 0, size: BATCH })) {
      survey.add(events, faulty);
      const { counts } = survey;
      const progress = { bytesRead, counts, rowsRead: counts.received };
      if (faulty.length > 0) onFaults?.(faulty, progress);
      onProgress?.(progress);
      if (shouldStop?.()) break;
    }
    return survey.report();
  } catch (error) {
    if (error instanceof FileFaultError) return { ...survey.report(), fault: error.fault };
    throw error;
  } finally {
    survey.close();
  }
}
