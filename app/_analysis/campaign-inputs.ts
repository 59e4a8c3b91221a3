import { readActivityInput } from "#db/inputs/read-activity-input.ts";
import { readForestInput } from "#db/inputs/read-forest-input.ts";
import { readLife } from "#db/queries/campaigns/read-life.ts";
import { readRevision } from "#db/queries/campaigns/read-revision.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignInputs } from "#lib/answers/selection/selection.ts";
import { type LagsInput, lagsInput } from "#lib/estimators/timing/lags-input.ts";
import type { ActivityInput } from "#lib/inputs/activity-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";

/** Campaigns that are kept in memory: the one looked at, and the one it is compared with. */
const KEPT = 2;

interface Kept {
  readonly revision: string | null;
  readonly asOf: number;
  /** Nothing happened since: a later instant reads the same. */
  readonly isSettled: boolean;
  readonly forest: ForestInput;
  activity?: ActivityInput;
  lags?: { readonly asOf: number; readonly horizon: number; readonly input: LagsInput };
}

const kept = new Map<string, Kept>();

/** Whose data, as of when. Times in milliseconds, the instant UTC. */
export interface InputsQuestion {
  readonly campaignId: number;
  readonly asOf: number;
  readonly horizon: number;
  /** The question in words, as an address has it, where the answer may stand a while. */
  readonly asked?: string;
}

/**
 * What analyses of a campaign are made of, each read when it is first used. Pages ask about the same campaign one
 * after the other, so the last two stay for as long as nothing is added to the campaign or taken from it.
 */
export function campaignInputs(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf, horizon }: InputsQuestion,
): CampaignInputs {
  const entry = keptOf(scope, campaignId, asOf);
  return {
    forest: entry.forest,
    get activity() {
      entry.activity ??= readActivityInput(scope, { campaignId, asOf: entry.asOf, forest: entry.forest });
      return entry.activity;
    },
    get lags() {
      // Ages are of the instant asked about, which a settled forest may outlive.
      if (entry.lags?.asOf !== asOf || entry.lags.horizon !== horizon)
        entry.lags = { asOf, horizon, input: lagsInput(entry.forest, asOf, horizon) };
      return entry.lags.input;
    },
  };
}

/** Lets go of everything that was read. */
export function forgetInputs(): void {
  kept.clear();
}

function keptOf(scope: Scope<"campaigns.read">, campaignId: number, asOf: number): Kept {
  const key = `${scope.workspaceId} ${campaignId}`;
  const known = kept.get(key);
  const revision = readRevision(scope, { campaignId });
  const isCurrent = known?.revision === revision;
  if (isCurrent && (known.asOf === asOf || (known.isSettled && known.asOf < asOf))) return known;
  // Let go of before the new one is read, or both would be in memory.
  kept.delete(key);
  const life = readLife(scope, { campaignId });
  const forest = readForestInput(scope, { campaignId, asOf });
  const entry: Kept = { revision, asOf, forest, isSettled: life === null || life.last < asOf };
  kept.set(key, entry);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return entry;
}
