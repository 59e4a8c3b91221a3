"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import type { Segment } from "#lib/domain/segment.ts";
import { INITIAL_QUERY } from "#lib/query/query.ts";
import type { Life } from "#lib/query/resolve-query.ts";
import { CompareMenu } from "./compare-menu.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import { GrainMenu } from "./grain-menu.tsx";
import { PeriodMenu } from "./period-menu.tsx";
import { SegmentMenu } from "./segment-menu.tsx";
import { useQuery } from "./use-query.ts";
import { useQueryKeys } from "./use-query-keys.ts";

/** What the question bar knows of the campaign. */
export interface QueryBarProps {
  /** From its first to its last event; null before the first. */
  readonly life: Life | null;
  readonly zone: string;
  /** UTC milliseconds, as the server read the clock. */
  readonly now: number;
  /** Campaigns to compare with. */
  readonly others: readonly { readonly id: number; readonly name: string }[];
  readonly segments: readonly Segment[];
  /** Where the values of filters are listed. */
  readonly facetsHref: string;
  readonly canShare: boolean;
  readonly saveSegment: (form: FormData) => Promise<void>;
  readonly deleteSegment: (form: FormData) => Promise<void>;
}

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
        <GrainMenu zone={props.zone} />
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
