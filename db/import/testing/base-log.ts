import type { CampaignEvent } from "#lib/domain/event.ts";

/** Eight shares in three cascades: K 0.4, three seeds, depth 2. */
export const BASE_HEADER = ["share_id", "parent_share_id", "actor_id", "occurred_at", "channel"] as const;
export const BASE_ROWS = [
  ["a1", "", "p1", "2024-03-01T09:00:00Z", "whatsapp"],
  ["b1", "a1", "p2", "2024-03-01T10:00:00Z", "telegram"],
  ["b2", "a1", "p3", "2024-03-01T11:00:00Z", "x"],
  ["c1", "b1", "p4", "2024-03-01T12:00:00Z", "whatsapp"],
  ["a2", "", "p5", "2024-03-02T09:00:00Z", "x"],
  ["d1", "a2", "p6", "2024-03-02T10:00:00Z", "telegram"],
  ["d2", "d1", "p7", "2024-03-02T11:30:00Z", "x"],
  ["a3", "", "p8", "2024-03-03T09:00:00Z", "email"],
] as const;

/** The same as objects, empty parents null. */
export const BASE_OBJECTS = BASE_ROWS.map((row) =>
  Object.fromEntries(BASE_HEADER.map((name, i) => [name, row[i] === "" ? null : row[i]])),
);

/** The base log as a table. */
export function baseTable(delimiter = ",", end = "\n"): string {
  return [BASE_HEADER, ...BASE_ROWS].map((row) => row.join(delimiter) + end).join("");
}

/** What the rows of a log say, in the form of `BASE_ROWS`. */
export function rowsOf(events: readonly CampaignEvent[]): string[][] {
  return events.map(({ code, via, person, occurredAt, channel }) => [
    ...[code ?? "", via ?? "", person],
    ...[new Date(occurredAt).toISOString().replace(".000", ""), channel ?? ""],
  ]);
}
