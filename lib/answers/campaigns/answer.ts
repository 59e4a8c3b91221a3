import { kOfSample } from "#lib/answers/tools/k-of-sample.ts";
import type { WorkspaceAnswer } from "#lib/answers/workspace.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";

/** K of each campaign asked about, over its whole life, as its Overview has it. */
export const campaignKsAnswer: WorkspaceAnswer<readonly { readonly id: number; readonly k: Estimate }[]> = (
  read,
  { asOf, horizon, campaignIds = [] },
) => campaignIds.map((id) => ({ id, k: kOfSample(lagSample(read.shape(id), asOf, "sharers"), horizon) }));
