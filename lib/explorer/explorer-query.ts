import { type ExplorerState, INITIAL_STATE, type PlaneView } from "./explorer-state.ts";

/** Writes the state as a URL's query, `?` included; the inverse of parseExplorerState. Defaults are left out. */
export function explorerQuery(state: ExplorerState): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | null, initial: string | null = null) => {
    if (value !== null && value !== "" && value !== initial) query.set(name, String(value));
  };
  set("view", state.view, INITIAL_STATE.view);
  set("scale", state.scale);
  set("colour", state.colour, INITIAL_STATE.colour);
  set("share", state.selected);
  set("branch", state.branch);
  set("compare", state.compared);
  set("below", state.below);
  for (const code of state.toggled) query.append("fold", code);
  set("from", isoOf(state.from));
  set("until", isoOf(state.until));
  set("channel", state.channel);
  set("country", state.country);
  set("mode", state.mode);
  set("evidence", state.evidence);
  set("flag", state.flag);
  set("q", state.search);
  for (const { step, code } of state.opened) query.append("open", `${step}.${code}`);
  set("at", planeText(state.plane));
  set("sort", state.sort, INITIAL_STATE.sort);
  set("order", state.order, INITIAL_STATE.order);
  return query.size === 0 ? "" : `?${query}`;
}

/** Magnification to a ten-thousandth, places to a tenth of a pixel of a wide screen at the highest magnification. */
function planeText(plane: PlaneView | null): string | null {
  if (plane === null) return null;
  return [plane.zoom.toFixed(4), plane.left.toFixed(7), plane.top.toFixed(7)].map(Number).join(",");
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
