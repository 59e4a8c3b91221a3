import type { Translate } from "#lib/i18n/translator.ts";
import { type Dimension, INTEGRITIES, UNKNOWN_GENERATION } from "#lib/query/query.ts";

/** A filter's value in words: those that we define are translated, what the events say stands as it is. */
export function valueText(dimension: Dimension, value: string, t: Translate): string {
  if (dimension === "generation") {
    if (value === "0" || value === UNKNOWN_GENERATION) return t(`query.generation.${value}`);
    return t(value === "3" ? "query.generation.3" : "query.generation.n", { n: Number(value) });
  }
  if (dimension === "mode" && (value === "active" || value === "passive")) return t(`query.mode.${value}`);
  if (dimension === "evidence" && (value === "stated" || value === "touch" || value === "unverified"))
    return t(`query.evidence.${value}`);
  const integrity = INTEGRITIES.find((known) => known === value);
  if (dimension === "integrity" && integrity !== undefined) return t(`query.integrity.${integrity}`);
  if (dimension === "seedKind" && (value === "organic" || value === "paid" || value === "import"))
    return t(`query.seedKind.${value}`);
  return value;
}
