import { useMemo } from "react";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { collapsedShares } from "#lib/explorer/collapsed-shares.ts";
import type { ExplorerState, TimeScale } from "#lib/explorer/explorer-state.ts";
import { measureVisible } from "#lib/explorer/measure-visible.ts";
import { timeToHalf } from "#lib/explorer/time-to-half.ts";
import { visibleShares } from "#lib/explorer/visible-shares.ts";

/** Below this part of the whole life, half of the cascade is too crowded for a linear axis. */
const CROWDED = 0.1;

/** What the state means for one cascade: indices in place of codes, what is in sight, and its figures. */
export function useExplored(shares: CascadeShares, state: ExplorerState) {
  const indices = useMemo(() => new Map(shares.code.map((code, share) => [code, share])), [shares]);
  const indexOf = (code: string | null) => (code === null ? null : (indices.get(code) ?? null));
  const branch = indexOf(state.branch);
  const { from, until, channel, country, mode, evidence, flag, below, toggled } = state;
  const visible = useMemo(
    () => visibleShares(shares, { branch, from, until, channel, country, mode, evidence, flag }),
    [shares, branch, from, until, channel, country, mode, evidence, flag],
  );
  const timeless = useMemo(
    () => visibleShares(shares, { branch, from: null, until: null, channel, country, mode, evidence, flag }),
    [shares, branch, channel, country, mode, evidence, flag],
  );
  const collapsed = useMemo(() => {
    const known = toggled.flatMap((code) => indices.get(code) ?? []);
    return collapsedShares(shares, { below, toggled: known });
  }, [shares, indices, below, toggled]);
  const figures = useMemo(() => measureVisible(shares, visible, branch ?? 0), [shares, visible, branch]);
  const fitting = useMemo(() => fittingScale(shares), [shares]);
  return {
    ...{ visible, timeless, collapsed, figures, branch, scale: state.scale ?? fitting },
    selected: indexOf(state.selected),
    compared: indexOf(state.compared),
  };
}

function fittingScale({ at }: CascadeShares): TimeScale {
  const [start = 0] = at;
  const longest = at.reduce((most, time) => Math.max(most, time - start), 0);
  return (timeToHalf(at) ?? 0) < CROWDED * longest ? "log" : "linear";
}
