import type { DashboardQuestion } from "#app/_analysis/dashboard-analysis.ts";
import type { CampaignRecord } from "#db/queries/campaigns/campaign-record.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Query } from "#lib/query/query.ts";

/** A cell of a file: a text, a number as it is, or nothing. */
export type Cell = string | number | null;

/** What a file is asked with: the same question as the page. */
export interface ExportContext {
  readonly scope: Scope<"campaigns.read">;
  readonly campaign: CampaignRecord;
  readonly query: Query;
  readonly question: DashboardQuestion;
  /** The whole address of the page, for what is not part of the question. */
  readonly search: URLSearchParams;
}

/** A chart or table as a file. Keys are stable, in English; dictionary.csv says what they mean. */
export interface Widget {
  /** Key of each column → what it holds, with its unit. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether a page always has it; one that needs more of the address is left out of the zip. */
  readonly isInZip?: boolean;
  rows(context: ExportContext): Promise<readonly (readonly Cell[])[]>;
}
