import { createHash } from "node:crypto";

/** Tells files of the same headings, in the same order. */
export function headingHash(header: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(header)).digest("base64url");
}
