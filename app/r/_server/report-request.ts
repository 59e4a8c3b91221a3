import type { ReportRequest } from "#lib/domain/report-figures.ts";

/** The days that an address asks for; an empty field is none. What is no day is left for the query to refuse. */
export function reportRequest(query: { from?: unknown; to?: unknown }): ReportRequest {
  return { fromDay: dayOf(query.from), toDay: dayOf(query.to) };
}

function dayOf(value: unknown): string | undefined {
  return value === undefined || value === null || value === "" ? undefined : String(value);
}
