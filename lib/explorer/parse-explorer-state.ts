import { MODES } from "#lib/domain/event.ts";
import { EVIDENCES } from "#lib/domain/evidence.ts";
import { SORT_ORDERS } from "./cascade-sort.ts";
import {
  COLOURINGS,
  EXPLORER_VIEWS,
  type ExplorerState,
  FLAGS,
  INITIAL_STATE,
  MOST_ZOOM,
  type OpenedMark,
  type PlaneView,
  TIME_SCALES,
} from "./explorer-state.ts";
import { SHARE_SORTS } from "./sort-shares.ts";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;
const MOST_TOGGLED = 100;
const MOST_OPENED = 30;

/** Reads the state from a URL's query. What makes no sense counts as absent, so any link opens a cascade. */
export function parseExplorerState(query: URLSearchParams): ExplorerState {
  const text = (name: string) => query.get(name) || null;
  const oneOf = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === query.get(name)) ?? null;
  const toggled = [...new Set(query.getAll("fold"))].filter((code) => code !== "").slice(0, MOST_TOGGLED);
  return {
    view: oneOf("view", EXPLORER_VIEWS) ?? INITIAL_STATE.view,
    scale: oneOf("scale", TIME_SCALES),
    colour: oneOf("colour", COLOURINGS) ?? INITIAL_STATE.colour,
    selected: text("share"),
    branch: text("branch"),
    compared: text("compare"),
    below: generation(query.get("below")),
    toggled,
    from: instant(query.get("from")),
    until: instant(query.get("until")),
    channel: text("channel"),
    country: text("country"),
    mode: oneOf("mode", MODES),
    evidence: oneOf("evidence", EVIDENCES),
    flag: oneOf("flag", FLAGS),
    search: query.get("q") ?? "",
    opened: query.getAll("open").flatMap(opened).slice(0, MOST_OPENED),
    plane: plane(query.get("at")),
    sort: oneOf("sort", SHARE_SORTS) ?? INITIAL_STATE.sort,
    order: oneOf("order", SORT_ORDERS) ?? INITIAL_STATE.order,
  };
}

function generation(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function opened(text: string): OpenedMark[] {
  const [, step, code] = /^(\d{1,2})\.(.+)$/s.exec(text) ?? [];
  return code === undefined || 2 ** (Number(step) / 2) > MOST_ZOOM ? [] : [{ code, step: Number(step) }];
}

function plane(text: string | null): PlaneView | null {
  const [zoom = 0, left = -1, top = -1, ...rest] = (text ?? "").split(",").map(Number);
  const isIn = (at: number) => at >= 0 && at < 1;
  return zoom > 1 && zoom <= MOST_ZOOM && isIn(left) && isIn(top) && rest.length === 0
    ? { zoom, left, top }
    : null;
}

function instant(text: string | null): number | null {
  const at = text !== null && INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
