"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { INITIAL_QUERY } from "#lib/query/query.ts";
import { CompareMenu } from "./compare-menu.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import { GrainMenu } from "./grain-menu.tsx";
import { PeriodMenu } from "./period-menu.tsx";
import type { QueryBarProps } from "./query-bar-props.ts";
import { SegmentMenu } from "./segment-menu.tsx";
import { useQuery } from "./use-query.ts";
import { useQueryKeys } from "./use-query-keys.ts";

/** Which time, against what, in which steps, and what counts: the question that every dashboard answers. */
export function QueryBar(props: QueryBarProps) {
  const t = useTranslate();
  const asked = useQuery();
  const { query, faults, ask, isPending } = asked;
  useQueryKeys(asked, props);
  const canReset = query.filters.length > 0;
  return (
    <div className="mb-5 print:hidden" data-pending={isPending ? "" : undefined}>
      <div role="toolbar" aria-label={t("query.label")} className="flex flex-wrap items-center gap-2">
        <PeriodMenu {...props} />
        <CompareMenu others={props.others} />
        <GrainMenu zone={props.zone} hasSteps={props.hasSteps} />
        <FilterMenu facetsHref={props.facetsHref} />
        <SegmentMenu {...props} />
        <span
          aria-hidden="true"
          className={`size-2 rounded-full bg-teal-600 dark:bg-teal-400 ${isPending ? "animate-pulse" : "invisible"}`}
        />
      </div>
      {canReset ? <FilterChips clear={() => ask({ ...query, filters: INITIAL_QUERY.filters })} /> : null}
      {faults.length > 0 ? (
        <p role="status" className="mt-2 text-xs text-amber-800 dark:text-amber-300">
          {t("query.faults", { count: faults.length })} <bdi dir="ltr">{faults.join(" ")}</bdi>
        </p>
      ) : null}
    </div>
  );
}
