import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../migrations", import.meta.url));
const BREAKPOINT = "--> statement-breakpoint";

/** One step from a schema to the next, as drizzle-kit wrote it and as `__drizzle_migrations` has it on record. */
export interface Migration {
  /** Its number and name, such as `0007_forest_rows`. */
  readonly tag: string;
  /** When it was made, in milliseconds: a file has it on record, and no two have the same. */
  readonly when: number;
  readonly statements: readonly string[];
  /** SHA-256 of its text, hex; line ends do not count. */
  readonly hash: string;
}

interface Journal {
  readonly entries: readonly { readonly tag: string; readonly when: number }[];
}

/** The migrations that this program knows, the oldest first. */
export function readMigrations(): Migration[] {
  const journal: Journal = JSON.parse(readFileSync(join(FOLDER, "meta/_journal.json"), "utf8"));
  return journal.entries.map(({ tag, when }) => {
    const text = readFileSync(join(FOLDER, `${tag}.sql`), "utf8").replaceAll("\r\n", "\n");
    const statements = text.split(BREAKPOINT).filter((statement) => statement.trim() !== "");
    return { tag, when, statements, hash: createHash("sha256").update(text).digest("hex") };
  });
}
