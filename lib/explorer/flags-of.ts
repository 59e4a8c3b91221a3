import { FLAGS, type Flag } from "./explorer-state.ts";
import { FLAG_BITS } from "./visible-shares.ts";

/** Names of the fault bits of a share. */
export function flagsOf(faults: number): Flag[] {
  return FLAGS.filter((flag) => (faults & FLAG_BITS[flag]) !== 0);
}
