import { SKEW } from "./forest.ts";
import type { ForestStore } from "./forest-store.ts";
import { rebuildCascades } from "./rebuild-cascades.ts";
import type { NewShare, ShareRow } from "./share-row.ts";

/**
 * Writes down what a stored share says of itself by now, in its place: its person, channel, time and the like. Costs
 * its children where the time differs, and the cascade where it was the latest share or a loop was cut.
 * @returns whether it hangs where it says; if not, moving it is left to the caller
 */
export function restateShare(store: ForestStore, share: NewShare): boolean {
  const row = store.readShare(share.code);
  const cascade = row && store.readCascade(row.root);
  if (row === undefined || cascade === undefined) throw new Error(`share ${share.code} is not in the forest`);
  const stays = share.via === row.via;
  const { person, channel, mode, variant, country, at } = share;
  const link = stays ? { evidence: share.evidence, seedKind: share.seedKind } : {};
  const said = { ...row, person, channel, mode, variant, country, at, ...link };
  if (cascade.cuts > 0) {
    // The earliest of a loop's shares may be another one.
    rebuildCascades(store, [row.root], [said], []);
    return stays;
  }
  const above = row.parent === null ? undefined : store.readShare(row.parent);
  const faults = (row.faults & ~SKEW) | (above !== undefined && at < above.at ? SKEW : 0);
  const isNewcomer = person !== row.person && !store.hasShared(row.root, person);
  store.updateShare({ ...said, faults }, row);
  const hasLeft = person !== row.person && !store.hasShared(row.root, row.person);
  const skews =
    Number((faults & SKEW) !== 0) - Number((row.faults & SKEW) !== 0) + flagChildren(store, row, at);
  const wasLast = row.at === cascade.lastAt && at < row.at;
  store.putCascade({
    ...cascade,
    skews: cascade.skews + skews,
    sharers: cascade.sharers + Number(isNewcomer) - Number(hasLeft),
    lastAt: wasLast ? store.readExtremes(row.root).lastAt : Math.max(cascade.lastAt, at),
    ...(row.parent === null
      ? { person, channel, variant, startedAt: at, seedKind: cascade.seeded ? said.seedKind : null }
      : {}),
  });
  return stays;
}

/** @returns how many more children are earlier than their parent, now that it happened at another time */
function flagChildren(store: ForestStore, { code, at: before, children }: ShareRow, at: number): number {
  if (at === before || children === 0) return 0;
  let more = 0;
  for (const child of store.listChildren(code, children)) {
    const faults = (child.faults & ~SKEW) | (child.at < at ? SKEW : 0);
    if (faults === child.faults) continue;
    more += (faults & SKEW) === 0 ? -1 : 1;
    store.updateShare({ ...child, faults }, child);
  }
  return more;
}
