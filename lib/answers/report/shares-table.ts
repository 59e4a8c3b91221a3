import type { Table, Zoned } from "#lib/answers/table.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { ReportOverview } from "./answer.ts";

/** Shares over the days of a report. */
export const reportSharesTable = {
  columns: {
    time: "Start of the step, ISO 8601 with the zone's offset",
    cascade_starts: "Shares that started a cascade",
    generation_1: "Shares of the first generation",
    generation_2: "Shares of the second generation",
    generation_3_and_later: "Shares of later generations",
  },
  rows: ({ steps }: Pick<ReportOverview, "steps">, { zone }: Zoned) =>
    steps.map(({ from, counts }) => [isoInZone(from, zone), ...counts]),
} satisfies Table<ReportOverview>;
