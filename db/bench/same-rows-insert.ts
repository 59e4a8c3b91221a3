import { microsOf } from "#db/engines/sqlite/micros-of.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { type BareRow, openBare } from "./open-bare.ts";

const PERSON = `INSERT INTO persons (workspace_id, campaign_id, person, first_at, last_at, shares, visits, conversions)
  VALUES (1, 1, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET last_at = excluded.last_at,
    shares = shares + excluded.shares, visits = visits + excluded.visits,
    conversions = conversions + excluded.conversions`;
const TOUCH = `INSERT INTO touches (workspace_id, campaign_id, code, visits, conversions, value_micros)
  VALUES (1, 1, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET visits = visits + excluded.visits,
    conversions = conversions + excluded.conversions, value_micros = value_micros + excluded.value_micros`;
const SHARE = `INSERT INTO shares (workspace_id, campaign_id, root, code, parent, via, evidence, person, channel, at,
    depth, children, descendants, faults)
  VALUES (1, 1, ?, ?, ?, ?, 'stated', ?, ?, ?, 1, 0, 0, 0) ON CONFLICT DO NOTHING`;
const PARENT = `UPDATE shares SET children = children + 1, descendants = descendants + 1
  WHERE workspace_id = 1 AND campaign_id = 1 AND code = ?`;
const CASCADE = `INSERT INTO cascades (workspace_id, campaign_id, root, seeded, channel, person, size, reach, depth,
    max_breadth, breadths, seed_children, max_children, sum_depth, sum_subtree_sq, skews, cuts, started_at, last_at)
  VALUES (1, 1, ?, 1, ?, ?, 1, 1, 0, 1, '[1]', 0, 0, 0, 1, 0, 0, ?, ?)
  ON CONFLICT DO UPDATE SET size = size + 1, reach = reach + 1, last_at = excluded.last_at`;
const HOURLY = `INSERT INTO hourly_counts (workspace_id, campaign_id, hour, kind, channel, generation, count)
  VALUES (1, 1, ?, ?, ?, 0, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count`;
const INTAKE = `INSERT INTO intake_counts (workspace_id, campaign_id, hour, source, outcome, reason, field, count,
    last_at)
  VALUES (1, 1, ?, 'server', 'accepted', '', '', ?, ?)
  ON CONFLICT DO UPDATE SET count = count + excluded.count, last_at = excluded.last_at`;

/**
 * Writes the rows that the collector writes for the same events, as many into every table, by the same keys, and
 * decides nothing: no event is checked, nobody's first touch is looked for, no tree is kept right. What storing
 * costs by itself.
 */
export function sameRowsInsert(path: string): (rows: readonly BareRow[], at: number) => void {
  const { client, store } = openBare(path);
  const prepared = (sql: string) => client.prepare(sql);
  const [person, touch, share] = [prepared(PERSON), prepared(TOUCH), prepared(SHARE)];
  const [parent, cascade, hourly, intake] = [
    prepared(PARENT),
    prepared(CASCADE),
    prepared(HOURLY),
    prepared(INTAKE),
  ];
  const rootOf = new Map<string, string>();
  return client.transaction((rows: readonly BareRow[], at: number) => {
    const hour = Math.floor(at / HOUR);
    const counts = new Map<string, number>();
    for (const row of rows) {
      store(row, at);
      const { kind, via, code, channel } = row;
      const [shares, visits, conversions] = ["share", "visit", "conversion"].map((name) =>
        kind === name ? 1 : 0,
      );
      person.run(row.person, at, at, shares, visits, conversions);
      const name = `${kind} ${channel}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (kind !== "share" && via !== null) touch.run(via, visits, conversions, microsOf(row.value ?? 0));
      if (kind !== "share" || code === null) continue;
      const root = via === null ? code : (rootOf.get(via) ?? code);
      rootOf.set(code, root);
      share.run(root, code, via, via, row.person, channel ?? "", at);
      if (via !== null) parent.run(via);
      cascade.run(root, channel ?? "", row.person, at, at);
    }
    for (const [name, count] of counts) hourly.run(hour, ...name.split(" "), count);
    intake.run(hour, rows.length, at);
  });
}
