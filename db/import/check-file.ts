import { findCampaign } from "#db/find-campaign.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { DryRunReport } from "#lib/domain/import.ts";
import type { ParentMatches, ParentReport } from "#lib/domain/parent-report.ts";
import { WARNED_ABOVE } from "#lib/estimators/orphan-bound.ts";
import { type FileFault, FileFaultError } from "#lib/sources/file-fault.ts";
import type { ColumnForms, ReadingChoices } from "#lib/sources/reading.ts";
import { FileSurvey } from "./file-survey.ts";

import type { ImportProgress } from "./import-progress.ts";
import { findParents, reportParents } from "./index-parents.ts";
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
  /** What a person said of how it is written. */
  readonly choices?: ReadingChoices;
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
  { campaignId, zone, forms, choices = {}, now, onProgress, shouldStop, onFaults, ...columns }: CheckOptions,
): Promise<DryRunReport & { fault?: FileFault }> {
  const { currency } = findCampaign(scope, campaignId);
  const campaign = { db: databaseOf(scope, campaignId), key: { workspaceId: scope.workspaceId, campaignId } };
  const file = { ...columns, context: { zone, currency, now, forms } };
  const options = { campaign, ...(shouldStop && { shouldStop }) };
  const parents = await findParents(file, choices, options);
  const survey = new FileSurvey(campaign.db, campaign.key);
  const report = async () => {
    const found = survey.report();
    return { ...found, parents: await parentsOf(found, parents.applied, () => reportParents(file, options)) };
  };
  try {
    for await (const batch of readAhead({ ...file, ...parents.place }, { skip: 0, size: BATCH })) {
      const { faulty, bytesRead } = batch;
      survey.add(batch);
      const { counts } = survey;
      const progress = { bytesRead, counts, rowsRead: counts.received };
      if (faulty.length > 0) onFaults?.(faulty, progress);
      onProgress?.(progress);
      if (shouldStop?.()) break;
    }
    return await report();
  } catch (error) {
    if (error instanceof FileFaultError) return { ...(await report()), fault: error.fault };
    throw error;
  } finally {
    survey.close();
    parents.close();
  }
}

/** What to say of the parents of a file; a cure is looked for where many are unknown and no choice was made. */
async function parentsOf(
  { kinds, seeds, orphans }: DryRunReport,
  applied: ParentMatches | null,
  look: () => Promise<Omit<ParentReport, "applied"> | null>,
): Promise<ParentReport | null> {
  const stated = (kinds.share ?? 0) - seeds;
  if (applied !== null) return { stated, unknown: orphans, cure: null, applied };
  const found = orphans > WARNED_ABOVE * stated ? await look() : null;
  return found && { ...found, applied };
}
