import type { Query } from "#lib/query/query.ts";
import type { QueryGrain } from "#lib/time/grain.ts";

/** Steps of the table of seeds: a week of seeds tells more than a day of one, unless days are asked for. */
export function cohortGrain({ grain }: Pick<Query, "grain">, fitting: QueryGrain): QueryGrain {
  return grain === null && fitting === "day" ? "week" : fitting;
}
