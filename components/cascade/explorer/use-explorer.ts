import { useCallback, useMemo } from "react";
import type { ShareConversions } from "#lib/cascade/share-conversions.ts";
import { cascadeInfluence } from "#lib/estimators/credit.ts";
import type { ExplorerState, PlaneView } from "#lib/explorer/explorer-state.ts";
import type { PackedCascade } from "#lib/explorer/files/pack-cascade.ts";
import { unpackCascade } from "#lib/explorer/files/unpack-cascade.ts";
import { findShares } from "#lib/explorer/find-shares.ts";
import { sortShares } from "#lib/explorer/sort-shares.ts";
import { stepBack } from "#lib/explorer/step-back.ts";
import { useEscape } from "./use-escape.ts";
import { useExplored } from "./use-explored.ts";
import { useExplorerState } from "./use-explorer-state.ts";

export type Explorer = ReturnType<typeof useExplorer>;

/** One cascade, the state in which it is looked at, what that state means for it, and what its reader may do. */
export function useExplorer(props: {
  packed: PackedCascade;
  /** Those through any of the shares. */
  conversions: readonly ShareConversions[];
  initial: ExplorerState;
}) {
  const { packed, conversions, initial } = props;
  const shares = useMemo(() => unpackCascade(packed), [packed]);
  const influence = useMemo(() => cascadeInfluence(shares, conversions), [shares, conversions]);
  const { state, setState, change } = useExplorerState(initial);
  const explored = useExplored(shares, state);
  const { visible, selected } = explored;
  const { sort, order, search } = state;
  const sorted = useMemo(() => sortShares(shares, sort, order), [shares, sort, order]);
  const rows = useMemo(() => Array.from(sorted).filter((share) => visible[share] === 1), [sorted, visible]);
  const found = useMemo(() => findShares(shares, visible, search), [shares, visible, search]);
  const opened = useMemo(
    () =>
      state.opened
        .map(({ code, step }) => ({ share: shares.code.indexOf(code), step }))
        .filter(({ share }) => share !== -1),
    [shares, state.opened],
  );
  const onPlane = useCallback((plane: PlaneView | null) => change({ plane }), [change]);
  useEscape(() => setState(stepBack));

  const select = (share: number | null) =>
    change({ selected: share === null ? null : (shares.code[share] ?? null) });
  return {
    ...explored,
    shares,
    influence,
    state,
    change,
    rows,
    found,
    opened,
    onPlane,
    select,
    /** Selects the next share that the search finds, the first after the last. */
    selectNext: () => select(found.find((share) => share > (selected ?? -1)) ?? found[0] ?? null),
    /** Folds or unfolds the subtree of a share. */
    toggle: (share: number) => {
      const code = shares.code[share] ?? "";
      const others = state.toggled.filter((known) => known !== code);
      change({ toggled: others.length < state.toggled.length ? others : [...others, code] });
    },
    /** Opens one more counted mark; null closes all. */
    open: (mark: { share: number; step: number } | null) => {
      if (mark === null && state.opened.length === 0) return;
      const added =
        mark === null ? [] : [...state.opened, { code: shares.code[mark.share] ?? "", step: mark.step }];
      change({ opened: added });
    },
    /** Shows the branch of a share alone; null shows the whole cascade. */
    enter: (code: string | null) => change({ branch: code, plane: null, opened: [] }),
  };
}
