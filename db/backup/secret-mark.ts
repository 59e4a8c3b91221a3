import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

const LENGTH = 16;

/** Where the secret lies that the server made for itself. */
export function secretPath(databasePath: string): string {
  return `${databasePath}.secret`;
}

/** The secret of an installation, as AUTH_SECRET or the file beside the database has it; null: there is none yet. */
export function readSecret(databasePath: string, authSecret: string | undefined): string | null {
  if (authSecret !== undefined && authSecret.trim() !== "") return authSecret.trim();
  try {
    return readFileSync(secretPath(databasePath), "utf8").trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Tells one secret from another without telling it. */
export function secretMark(secret: string): string {
  return createHmac("sha256", secret)
    .update("which secret a backup belongs to")
    .digest("hex")
    .slice(0, LENGTH);
}
