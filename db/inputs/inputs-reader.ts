import { LRUCache } from "lru-cache";
import { EVENT_READS } from "#db/engines/registry.ts";
import { findCampaign } from "#db/find-campaign.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { listCampaignNames } from "#db/queries/campaigns/list-campaign-names.ts";
import { readLife } from "#db/queries/campaigns/read-life.ts";
import { readRevision } from "#db/queries/campaigns/read-revision.ts";
import { readExperiment } from "#db/queries/experiments/read-experiment.ts";
import { countQuarantinedRows } from "#db/queries/imports/count-quarantined-rows.ts";
import { readPerson } from "#db/queries/persons/read-person.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { AnswerInputs, CampaignFacts, InputsReader } from "#lib/answers/inputs.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import { type LagsInput, lagsInput } from "#lib/estimators/interval.ts";
import { completeUntil, type ReportDelays } from "#lib/estimators/report-delay.ts";
import type { ActivityInput } from "#lib/inputs/activity-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { countSharerVisits } from "./count-sharer-visits.ts";
import type { InputsScope } from "./inputs-scope.ts";
import { readActivityInput } from "./read-activity-input.ts";
import { readConversions } from "./read-conversions.ts";
import { readForestInput } from "./read-forest-input.ts";
import { readHistoryInput } from "./read-history-input.ts";
import { readIssuedForecasts } from "./read-issued-forecasts.ts";

/** Events whose delays are looked at, the latest: enough for a part of them to be known to a tenth of a percent. */
const DELAYS_LOOKED_AT = 20_000;
/** Campaigns that stay in memory: the one looked at, and the one it is compared with. */
const KEPT = 2;

interface Kept {
  readonly revision: string | null;
  readonly asOf: number;
  /** Nothing happened since: a later instant reads the same. */
  readonly isSettled: boolean;
  readonly forest: ForestInput;
  activity?: ActivityInput;
  delays?: ReportDelays;
  lags?: MetricContext & { readonly input: LagsInput };
}

const caches = new WeakMap<IntisharDatabase, LRUCache<string, Kept>>();

/**
 * Reads what answers are made of, each part when it is first used. Pages ask about the same campaign one after the
 * other, so the last two stay in memory for as long as nothing is added to the campaign or taken from it. Reads whole
 * campaigns: for the threads that answer.
 */
export function inputsReader(scope: InputsScope): InputsReader {
  return {
    campaign: (campaignId, context) => readInputs(scope, campaignId, context),
    campaigns: () => listCampaignNames(memberOf(scope)).map(({ id }) => factsOf(findCampaign(scope, id))),
    history: (startedBy) => readHistoryInput(memberOf(scope), { startedBy }),
    issued: (horizon) => readIssuedForecasts(memberOf(scope), { horizon }),
    person: (of) => readPerson(memberOf(scope), of),
  };
}

/** A report link leads to its own campaign; what is beside that is not the holder's to ask for. */
function memberOf(scope: InputsScope): Scope<"campaigns.read"> {
  if ("report" in scope) throw new NotFoundError("campaign");
  return scope;
}

function readInputs(scope: InputsScope, campaignId: number, context: MetricContext): AnswerInputs | null {
  if ("report" in scope && scope.report.campaignId !== campaignId) throw new NotFoundError("campaign");
  const campaign = factsIn(scope, campaignId);
  if (campaign === null) return null;
  const { asOf, horizon } = context;
  const entry = keptOf(scope, campaignId, asOf);
  return {
    campaign,
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
    get conversions() {
      return readConversions(scope, { campaignId, asOf });
    },
    get sharerVisits() {
      return countSharerVisits(scope, { campaignId });
    },
    completeUntil(now) {
      entry.delays ??= EVENT_READS.journal.readReportDelays(
        databaseOf(scope),
        { workspaceId: scope.workspaceId, campaignId },
        DELAYS_LOOKED_AT,
      );
      return completeUntil(entry.delays, now);
    },
    get experiment() {
      return readExperiment(scope, { campaignId });
    },
    get quarantined() {
      return countQuarantinedRows(scope, { campaignId });
    },
  };
}

function factsIn(scope: InputsScope, campaignId: number): CampaignFacts | null {
  try {
    return factsOf(findCampaign(scope, campaignId));
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

function factsOf({
  id,
  name,
  spend,
  currency,
  audiencePlan,
}: ReturnType<typeof findCampaign>): CampaignFacts {
  return { id, name, spend, currency, audiencePlan: audiencePlan ?? {} };
}

function keptOf(scope: InputsScope, campaignId: number, asOf: number): Kept {
  const db = databaseOf(scope);
  const cache = caches.get(db) ?? new LRUCache<string, Kept>({ max: KEPT });
  caches.set(db, cache);
  const key = `${scope.workspaceId} ${campaignId}`;
  const known = cache.get(key);
  const revision = readRevision(scope, { campaignId });
  const isCurrent = known?.revision === revision;
  if (isCurrent && (known.asOf === asOf || (known.isSettled && known.asOf < asOf))) return known;
  // Let go of before the new one is read, or both would be in memory.
  cache.delete(key);
  const life = readLife(scope, { campaignId });
  const forest = readForestInput(scope, { campaignId, asOf });
  const entry: Kept = { revision, asOf, forest, isSettled: life === null || life.last < asOf };
  cache.set(key, entry);
  return entry;
}
