import { type ColumnQuery, readColumns } from "#db/engines/sqlite/read-columns.ts";
import { databaseOf } from "#db/scope.ts";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { type ForestInput, forestInput } from "#lib/inputs/forest-input.ts";
import type { InputsScope } from "./inputs-scope.ts";

const SHARES: ColumnQuery<ForestShare> = {
  columns: {
    ...{ code: "code", via: "via", evidence: "evidence", person: "person", channel: "channel", mode: "mode" },
    ...{ seedKind: "seed_kind", variant: "variant", at: "at" },
  },
  from: "FROM shares INDEXED BY shares_code WHERE workspace_id = ? AND campaign_id = ? AND at <= ?",
  key: "code",
};

/**
 * The forest of a campaign as it stood at an instant. Reads every share: for the analysis thread.
 * @param question.asOf UTC milliseconds
 */
export function readForestInput(
  scope: InputsScope,
  { campaignId, asOf }: { campaignId: number; asOf: number },
): ForestInput {
  const shares: ForestShare[] = [];
  for (const page of readColumns(databaseOf(scope).$client, SHARES, [scope.workspaceId, campaignId, asOf]))
    page.code.forEach((code, i) => {
      shares.push({
        code,
        via: page.via[i] ?? null,
        evidence: page.evidence[i] ?? null,
        person: page.person[i] ?? "",
        channel: page.channel[i] ?? "",
        mode: page.mode[i] ?? null,
        seedKind: page.seedKind[i] ?? null,
        variant: page.variant[i] ?? null,
        at: page.at[i] ?? 0,
      });
    });
  return forestInput(shares);
}
