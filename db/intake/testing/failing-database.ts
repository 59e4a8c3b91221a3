import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { IntisharDatabase } from "#db/open-database.ts";

/**
 * The database, whose n-th call to a statement fails with a code of SQLite's; n counts from 1.
 * @returns with it, whether there were so many calls
 */
export function failing(
  db: IntisharDatabase,
  n: number,
  code: string,
): { db: IntisharDatabase; hasFailed: () => boolean } {
  let calls = 0;
  const wrap = (statement: object): object =>
    new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          if (["run", "get", "all", "iterate"].includes(String(name)) && ++calls === n)
            throw new Database.SqliteError(`call ${n}`, code);
          const result: unknown = value.apply(target, args);
          return result === target ? wrap(target) : result;
        };
      },
    });
  const client = new Proxy(db.$client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name === "prepare") return (sql: string) => wrap(target.prepare(sql));
      return value.bind(target);
    },
  });
  return { db: Object.assign(drizzle({ client }), { $client: client }), hasFailed: () => calls >= n };
}
