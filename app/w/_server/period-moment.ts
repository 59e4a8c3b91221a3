import type { DashboardQuestion } from "#app/_analysis/dashboard-analysis.ts";
import type { Query } from "#lib/query/query.ts";

/** As of when a page that looks at whole cascades speaks: the end of a period that is over, else now. */
export function periodMoment(
  { to, asOf }: Pick<DashboardQuestion, "to" | "asOf">,
  { period }: Query,
): number {
  const isLaunch = "preset" in period && period.preset === "launch";
  return isLaunch ? asOf : Math.min(to, asOf);
}
