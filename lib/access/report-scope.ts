import type { ReportDates, ReportSection } from "./report-link.ts";
import type { Scope } from "./scope.ts";

/** What a report link shows, and nothing beyond. */
export interface ReportGrant {
  readonly reportId: number;
  readonly campaignId: number;
  readonly sections: readonly ReportSection[];
  readonly dates: ReportDates;
  /** People appear under names made up for this link, shares under none. */
  readonly aliases: boolean;
  readonly csv: boolean;
}

/** Leave to read one report, for one request: `db/scope.ts` looks the link up each time. */
export interface ReportScope extends Scope<"reports.read"> {
  readonly report: ReportGrant;
}
