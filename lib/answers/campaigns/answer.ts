import { kOfSample } from "#lib/answers/tools/k-of-sample.ts";
import type { WorkspaceAnswer } from "#lib/answers/workspace.ts";
import { countLinks } from "#lib/cascade/count-links.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { type OrphanBound, orphanWarning } from "#lib/estimators/orphan-bound.ts";

/** K of one campaign over its whole life, and how far off it may be for shares without their parent. */
export interface CampaignK {
  readonly id: number;
  readonly k: Estimate;
  /** Null while such shares are few. */
  readonly orphans: OrphanBound | null;
}

/** K of each campaign asked about, over its whole life, as its Overview has it. */
export const campaignKsAnswer: WorkspaceAnswer<readonly CampaignK[]> = (
  read,
  { asOf, horizon, campaignIds = [] },
) =>
  campaignIds.map((id) => {
    const shape = read.shape(id);
    const found = kOfSample(lagSample(shape, asOf, "sharers"), horizon);
    return { id, k: found.estimate, orphans: orphanWarning(countLinks(shape, { asOf }), () => found) };
  });
