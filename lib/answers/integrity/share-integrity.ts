import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { INTEGRITIES } from "#lib/query/query.ts";
import { suspectShares } from "./suspect-shares.ts";
import { SUSPICIONS } from "./suspicion.ts";

const [SUSPECT, BELOW] = [INTEGRITIES.indexOf("suspect"), INTEGRITIES.indexOf("below")];

/**
 * What the rules make of each share, as an index into INTEGRITIES, parallel to the nodes of the forest. What hangs
 * below a suspect share is set apart with it: spread that rests on it proves nothing.
 */
export function shareIntegrity(forest: ForestInput): Uint8Array {
  const marks = suspectShares(forest);
  const integrity = new Uint8Array(forest.size);
  // Parents stand before their children.
  forest.parent.forEach((above, share) => {
    if (SUSPICIONS.some((rule) => marks[rule][share] === 1)) integrity[share] = SUSPECT;
    else if (above !== -1 && integrity[above] !== 0) integrity[share] = BELOW;
  });
  return integrity;
}
