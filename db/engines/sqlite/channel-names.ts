import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { Filter } from "#lib/query/query.ts";

const MERGES = "SELECT name, channel FROM channel_merges WHERE workspace_id = ?";

/** What the names of channels that events say count as in one workspace. */
export class ChannelNames {
  private readonly channels: ReadonlyMap<string, string>;

  constructor({ $client }: IntisharDatabase, workspaceId: number) {
    this.channels = new Map(prepare($client, MERGES).raw().all(workspaceId) as [string, string][]);
  }

  of<Name extends string | null>(name: Name): Name | string {
    return name === null ? name : (this.channels.get(name) ?? name);
  }

  /** Rows with the channel that theirs counts as. */
  in<Row extends { readonly channel: string | null }>(rows: readonly Row[]): Row[] {
    return this.channels.size === 0
      ? [...rows]
      : rows.map((row) => ({ ...row, channel: this.of(row.channel) }));
  }

  /** Every name that counts as one of some channels; a name that counts as another is none. */
  namesOf(channels: readonly string[]): string[] {
    const own = channels.filter((channel) => !this.channels.has(channel));
    const merged = [...this.channels].filter(([, channel]) => own.includes(channel));
    return [...own, ...merged.map(([name]) => name)];
  }

  /** The same filters for rows that are stored, as their events say it. */
  inFilters(filters: readonly Filter[]): Filter[] {
    return filters.map((filter) =>
      filter.dimension === "channel" ? { ...filter, values: this.namesOf(filter.values) } : filter,
    );
  }
}
