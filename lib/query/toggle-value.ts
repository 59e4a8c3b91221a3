import type { Dimension, Query } from "./query.ts";

/** The question with a value added to what a dimension must have, or taken away where it is there already. */
export function toggleValue(query: Query, dimension: Dimension, value: string, isNot = false): Query {
  const isSame = (filter: Query["filters"][number]) =>
    filter.dimension === dimension && filter.isNot === isNot;
  const before = query.filters.find(isSame)?.values ?? [];
  const values = before.includes(value)
    ? before.filter((other) => other !== value)
    : [...before, value].toSorted();
  const others = query.filters.filter((filter) => !isSame(filter));
  return {
    ...query,
    filters: values.length === 0 ? others : [...others, { dimension, isNot, values }],
  };
}
