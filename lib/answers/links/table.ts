import type { Table } from "#lib/answers/table.ts";
import type { ListedLink } from "#lib/domain/link.ts";

/** The links that the team handed out. */
export const linksTable: Table<readonly ListedLink[]> = {
  columns: {
    name: "Name of the link",
    code: "Its code",
    channel: "Channel",
    seed_kind: "organic or paid",
    visits: "Visits through it",
    paused: "1 while paused, else 0",
  },
  rows: (links) =>
    links.map(({ name, code, channel, seedKind, visits, pausedAt }) => [
      name,
      code,
      channel,
      seedKind,
      visits,
      pausedAt === null ? 0 : 1,
    ]),
};
