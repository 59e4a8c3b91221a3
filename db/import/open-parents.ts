import Database from "better-sqlite3";
import type { ParentChoice } from "#lib/domain/parent-report.ts";
import { keyOf, keysOf } from "#lib/sources/parent-keys.ts";
import type { ParentResolver } from "#lib/sources/parent-resolver.ts";
import type { NamedShare } from "./parent-index.ts";

/** Where the parents of a file are found, as it travels to the thread that reads the file. */
export interface ParentsPlace {
  /** Where a settled `ParentIndex` lies. */
  readonly path: string;
  readonly choice: ParentChoice;
  /** Whether those that are only named as parents have shared, too: each the first time it is named. */
  readonly withSources: boolean;
}

/** A settled index of parents, opened to read. */
export interface OpenParents extends ParentResolver {
  /** Shares of those that are named as a parent before, or without, a row of their own; in the order of their codes. */
  listSources(): Generator<NamedShare>;
  close(): void;
}

/** Opens what `ParentIndex` has laid down. */
export function openParents({ path, choice }: ParentsPlace): OpenParents {
  const client = new Database(path, { readonly: true });
  const share = client.prepare<[string], number>("SELECT 1 FROM nodes WHERE code = ?").pluck();
  const code = client.prepare<[string], string>("SELECT code FROM codes WHERE key = ? AND NOT many").pluck();
  // The latest share at or before; where there is none yet, the first one: clocks differ.
  const before = client
    .prepare<[string, number], string>(
      "SELECT code FROM people WHERE key = ? AND at <= ? ORDER BY at DESC, code LIMIT 1",
    )
    .pluck();
  const first = client
    .prepare<[string], string>("SELECT code FROM people WHERE key = ? ORDER BY at, code LIMIT 1")
    .pluck();
  const sources = client.prepare<[], NamedShare>(
    `SELECT via AS code, via AS person, since AS at FROM stated LEFT JOIN nodes ON code = via
      WHERE nodes.at IS NULL OR nodes.at > since ORDER BY via`,
  );
  const { is, ignore } = choice;
  return {
    resolve(via, person, at) {
      if (is === "share") {
        if (ignore.length === 0 || share.get(via) !== undefined) return via;
        for (const key of keysOf(via, ignore)) {
          const found = code.get(key);
          if (found !== undefined) return found;
        }
        return via;
      }
      const keys = keysOf(via, ignore);
      if (keys.includes(keyOf(person, ignore))) return null;
      for (const key of keys) {
        const found = before.get(key, at) ?? first.get(key);
        if (found !== undefined) return found;
      }
      return via;
    },
    *listSources() {
      for (const source of sources.iterate())
        if (ignore.length === 0 || keysOf(source.code, ignore).every((key) => code.get(key) === undefined))
          yield source;
    },
    close: () => client.close(),
  };
}
