import { type Comparison, DIMENSIONS, type Filter, INITIAL_QUERY, type Period, type Query } from "./query.ts";

/**
 * Writes a question as an address's query, `?` included, the inverse of parseQuery: equal questions give equal
 * texts, and what is usual is left out.
 * @param others parameters that stand in the same address and stay
 */
export function queryString(query: Query, others?: URLSearchParams): string {
  const address = new URLSearchParams();
  const period = periodText(query.period);
  if (period !== periodText(INITIAL_QUERY.period)) address.set("period", period);
  if (query.grain !== null) address.set("grain", query.grain);
  if (query.zone !== null) address.set("zone", query.zone);
  if (query.comparison !== null) address.set("vs", comparisonText(query.comparison));
  for (const filter of inOrder(query.filters)) address.append("where", filterText(filter));
  for (const [name, value] of others ?? []) if (!QUERY_NAMES.has(name)) address.append(name, value);
  // These signs are allowed in a query as they are, and an address is read by people too.
  const text = address.toString().replaceAll("%3A", ":").replaceAll("%21", "!").replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}

const QUERY_NAMES: ReadonlySet<string> = new Set(["period", "grain", "zone", "vs", "where"]);

function periodText(period: Period): string {
  return "preset" in period ? period.preset : `${period.from}..${period.to}`;
}

function comparisonText(comparison: Comparison): string {
  if (comparison.kind === "day") return comparison.from;
  return comparison.kind === "campaign" ? `campaign-${comparison.campaignId}` : comparison.kind;
}

function inOrder(filters: readonly Filter[]): Filter[] {
  const rank = ({ dimension, isNot }: Filter) => 2 * DIMENSIONS.indexOf(dimension) + (isNot ? 1 : 0);
  return filters.toSorted((a, b) => rank(a) - rank(b));
}

function filterText({ dimension, isNot, values }: Filter): string {
  const list = values.map((value) => value.replaceAll("%", "%25").replaceAll(",", "%2C")).toSorted();
  return `${dimension}${isNot ? "!" : ""}:${list.join(",")}`;
}
