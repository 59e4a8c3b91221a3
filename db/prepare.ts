import type Database from "better-sqlite3";

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A statement compiled once per connection. */
export function prepare(client: Database.Database, sql: string): Database.Statement {
  let known = statements.get(client);
  if (known === undefined) {
    known = new Map();
    statements.set(client, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = client.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}
