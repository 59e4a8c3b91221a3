import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import { STEM_LENGTH } from "#lib/collect/page-protocol.ts";
import { randomText } from "./random-text.ts";

const IS_TAKEN = `SELECT 1 FROM collections WHERE stem = @stem
  UNION ALL SELECT 1 FROM retired_keys WHERE kind = 'stem' AND value = @stem`;

/** A stem that no campaign has, or had. */
export function freeStem(db: IntisharDatabase): string {
  for (;;) {
    const stem = randomText(STEM_LENGTH);
    if (prepare(db.$client, IS_TAKEN).get({ stem }) === undefined) return stem;
  }
}
