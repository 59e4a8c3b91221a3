import type { Table } from "#lib/answers/table.ts";
import { DOUBTFUL } from "#lib/domain/event.ts";
import type { IntakeReport } from "#lib/domain/intake-report.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

/** What each source reported. */
export const qualitySourcesTable: Table<IntakeReport> = {
  columns: {
    source: "Who reported",
    received: "Events received: the sum of the next four",
    accepted: "Taken in",
    duplicate: "Known before",
    quarantined: "Put aside, to be tried again",
    refused: "Refused",
  },
  rows: ({ sources }) =>
    sources.map((row) => [
      row.source,
      row.received,
      row.accepted,
      row.duplicate,
      row.quarantined,
      row.refused,
    ]),
};

/** What was not taken in, and why. */
export const qualityTroublesTable: Table<IntakeReport> = {
  columns: {
    source: "Who reported",
    outcome: "duplicate, quarantined or refused",
    reason: "Why it was not taken in",
    field: "Field at fault",
    count: "Events",
    last_at: "Time of the latest, ISO 8601 with the zone's offset",
  },
  rows: ({ troubles }, { zone }) =>
    troubles.map((row) => [
      row.source,
      row.outcome,
      row.reason,
      row.field,
      row.count,
      isoInZone(row.lastAt, zone),
    ]),
};

/** What is kept and counted apart. */
export const qualityLabelsTable: Table<IntakeReport> = {
  columns: {
    label:
      "bot, preview, prefetch or self: set apart; doubtful: a visit that may be the sharer's own, counted with people's",
    agent: "App or kind of agent, where known",
    count: "Events so labelled",
  },
  rows: ({ labels, doubtful }) => [
    ...labels.map(({ label, agent, count }) => [label, agent, count]),
    ...(doubtful > 0 ? [[DOUBTFUL, "", doubtful]] : []),
  ],
};
