import type { Table } from "#lib/answers/table.ts";
import type { ListedReport } from "#lib/domain/listed-report.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

/** The report links of a campaign. */
export const reportLinksTable: Table<readonly ListedReport[]> = {
  // Not everyone who may export may see them.
  isInZip: false,
  columns: {
    name: "Name of the link",
    owner: "E-mail of whoever made it",
    status: "live, expired or revoked",
    password: "1 when it needs one, else 0",
    created_at: "ISO 8601 with the zone's offset",
    expires_at: "First instant at which it no longer opens",
    opens: "How often it was opened",
    last_opened_at: "Time of the latest opening",
  },
  rows(links, { zone }) {
    const iso = (at: number | null) => (at === null ? null : isoInZone(at, zone));
    return links.map((link) => [
      link.name,
      link.owner,
      link.status,
      link.hasPassword ? 1 : 0,
      iso(link.createdAt),
      iso(link.expiresAt),
      link.opens,
      iso(link.lastOpenedAt),
    ]);
  },
};
