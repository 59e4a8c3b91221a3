import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { CYCLE, ORPHAN, SKEW } from "#lib/cascade/forest.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What is to be known about one share's place in the tree, in words; "" when nothing is. */
export function shareNotes({ faults, evidence }: CascadeShares, share: number, t: Translate): string {
  const bits = faults[share] ?? 0;
  const notes = [
    (bits & ORPHAN) !== 0 ? t("cascades.share.orphan") : null,
    (bits & CYCLE) !== 0 ? t("cascades.share.cycle") : null,
    (bits & SKEW) !== 0 ? t("cascades.share.skew") : null,
    evidence[share] === "touch" ? t("cascades.share.touch") : null,
    evidence[share] === "unverified" ? t("cascades.share.unverified") : null,
  ];
  return notes.filter((note) => note !== null).join(" · ");
}
