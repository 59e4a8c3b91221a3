import { foldByMonth } from "#app/w/_server/fold-by-month.ts";
import type { ChartGrain } from "#components/charts/chart-grain.ts";
import { countReportShares } from "#db/queries/reports/count-report-shares.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";
import type { StepCount } from "#lib/domain/step-count.ts";

/** More bars than this cannot be told apart. */
const MOST_DAYS = 200;

/** Counts for the chart of a report, the rows of its table and its CSV file; null when there are none. */
export function reportSeries(
  scope: ReportScope,
  request: ReportRequest,
): { grain: ChartGrain; steps: StepCount[] } | null {
  const series = countReportShares(scope, request);
  if (series === null || series.grain === "hour" || series.steps.length <= MOST_DAYS) return series;
  return { grain: "month", steps: foldByMonth(series.steps) };
}
