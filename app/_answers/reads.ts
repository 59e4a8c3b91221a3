import { listCascades } from "#db/queries/cascades/list-cascades.ts";
import { countShareStages } from "#db/queries/intake/count-share-stages.ts";
import { countSharesApart } from "#db/queries/intake/count-shares-apart.ts";
import { listReportCascades } from "#db/queries/reports/list-report-cascades.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Question } from "#lib/answers/question.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";
import { parseCascadeFilter } from "#lib/explorer/parse-cascade-filter.ts";

/** What reads more of a campaign than the event loop can wait for, and is shown as it is stored. */
export const READS = {
  cascades: (scope: Scope<"campaigns.read">, { campaignId, from, to, filters, options }: Question) =>
    listCascades(scope, { ...parseCascadeFilter(options), campaignId, span: { from, to }, filters }),
  "shares-apart": (scope: Scope<"campaigns.read">, { campaignId }: Question) => ({
    ...countSharesApart(scope, { campaignId }),
    stages: countShareStages(scope, { campaignId }),
  }),
} as const;

/** Those that a report shows. */
export const REPORT_READS = {
  "report-cascades": (scope: ReportScope, request: ReportRequest) => listReportCascades(scope, request),
} as const;

export type ReadName = keyof typeof READS | keyof typeof REPORT_READS;
export type ReadResultOf<N extends ReadName> = ReturnType<(typeof READS & typeof REPORT_READS)[N]>;
