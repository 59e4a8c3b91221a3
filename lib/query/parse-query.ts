import { isDay } from "#lib/time/days.ts";
import { GRAINS } from "#lib/time/grain.ts";
import { isTimeZone } from "#lib/time/time-zones.ts";
import {
  type Comparison,
  DIMENSIONS,
  type Filter,
  INITIAL_QUERY,
  type Period,
  PRESETS,
  type Query,
  SHIFTS,
} from "./query.ts";

const DAYS = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;
const CAMPAIGN = /^campaign-([1-9]\d{0,8})$/;
const FILTER = /^([a-zA-Z]+)(!?):(.+)$/s;
const MOST_VALUES = 50;

/** A question, and the parts of the address that made no sense and were left out. */
export interface ParsedQuery {
  readonly query: Query;
  /** As they stand in the address, such as `period=soon`. */
  readonly faults: readonly string[];
}

/** Reads a question from an address's query. Parameters of others are not its business. */
export function parseQuery(address: URLSearchParams): ParsedQuery {
  const faults: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T | null): T | null => {
    const text = address.get(name);
    if (text === null || text === "") return null;
    const value = parse(text);
    if (value === null) faults.push(`${name}=${text}`);
    return value;
  };
  const filters = new Map<string, Filter>();
  for (const text of address.getAll("where")) {
    const filter = filterOf(text);
    if (filter === null) faults.push(`where=${text}`);
    else filters.set(`${filter.dimension}${filter.isNot ? "!" : ""}`, filter);
  }
  const query = {
    period: read("period", periodOf) ?? INITIAL_QUERY.period,
    grain: read("grain", (text) => GRAINS.find((grain) => grain === text) ?? null),
    zone: read("zone", (text) => (isTimeZone(text) ? text : null)),
    comparison: read("vs", comparisonOf),
    filters: [...filters.values()],
  };
  return { query, faults };
}

function periodOf(text: string): Period | null {
  const preset = PRESETS.find((known) => known === text);
  if (preset !== undefined) return { preset };
  const [, from = "", to = ""] = DAYS.exec(text) ?? [];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

function comparisonOf(text: string): Comparison | null {
  const shift = SHIFTS.find((known) => known === text);
  if (shift !== undefined) return { kind: shift };
  const campaign = CAMPAIGN.exec(text)?.[1];
  if (campaign !== undefined) return { kind: "campaign", campaignId: Number(campaign) };
  return isDay(text) ? { kind: "day", from: text } : null;
}

function filterOf(text: string): Filter | null {
  const [, name, sign, list = ""] = FILTER.exec(text) ?? [];
  const dimension = DIMENSIONS.find((known) => known === name);
  if (dimension === undefined) return null;
  const values = [...new Set(list.split(",").map(unescaped))].filter((value) => value !== "");
  if (values.length === 0 || values.length > MOST_VALUES) return null;
  return { dimension, isNot: sign === "!", values: values.sort() };
}

function unescaped(text: string): string {
  return text.replaceAll("%2C", ",").replaceAll("%25", "%");
}
