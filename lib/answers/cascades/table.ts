import type { Table } from "#lib/answers/table.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

/** The cascades that the page's filter and question choose, in its order: all of them, page by page. */
export const cascadesTable: Table<Iterable<CascadeRow>> = {
  columns: {
    root: "Code of the share at the top",
    seeded: "1 when it is a seed, 0 for the provisional tree of an orphan",
    seed_kind: "How the seed came about",
    variant: "Variant of the seed",
    channel: "Channel of the seed",
    person: "Pseudonym of the seed's person",
    size: "Shares",
    sharers: "Distinct people who shared",
    depth: "Steps from the top to the farthest share",
    max_breadth: "Most shares of one generation",
    structural_virality: "Mean distance between two shares",
    direct_shares: "Children of the top",
    started_at: "ISO 8601 with the zone's offset",
    last_at: "Time of the last share",
  },
  *rows(cascades, { zone }) {
    for (const row of cascades)
      yield [
        row.root,
        row.seeded ? 1 : 0,
        row.seedKind,
        row.variant,
        row.channel,
        row.person,
        row.size,
        row.sharers,
        row.depth,
        row.maxBreadth,
        row.structuralVirality,
        row.seedChildren,
        isoInZone(row.startedAt, zone),
        isoInZone(row.lastAt, zone),
      ];
  },
};
