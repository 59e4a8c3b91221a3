import type { Table, Zoned } from "#lib/answers/table.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { ReportOverview } from "./answer.ts";

/** Shares over the days of a report. */
export const reportSharesTable = {
  columns: {
    time: "Start of the step, ISO 8601 with the zone's offset",
    seeds: "Shares that nobody brought",
    generation_1: "Shares of the first generation",
    generation_2: "Shares of the second generation",
    generation_3_and_later: "Shares of later generations",
    generation_unknown: "Shares whose parent is unknown, and all below them",
  },
  rows: ({ steps }: Pick<ReportOverview, "steps">, { zone }: Zoned) =>
    steps.map(({ from, counts }) => [isoInZone(from, zone), ...counts]),
} satisfies Table<ReportOverview>;
