import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { INTEGRITIES } from "#lib/query/query.ts";
import { shareIntegrity } from "./share-integrity.ts";

/** Codes of the shares that the rules set apart. */
export interface MarkedCodes {
  readonly suspect: readonly string[];
  readonly below: readonly string[];
}

/** Lists the shares of a forest that are not sound, for readers who know shares by their codes alone. */
export function markedCodes(forest: ForestInput): MarkedCodes {
  const integrity = shareIntegrity(forest);
  const codesOf = (name: "suspect" | "below") => {
    const wanted = INTEGRITIES.indexOf(name);
    return forest.codes.filter((_, node) => integrity[node] === wanted);
  };
  return { suspect: codesOf("suspect"), below: codesOf("below") };
}
