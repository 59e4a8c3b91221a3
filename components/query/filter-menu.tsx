"use client";

import { useEffect, useState } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { Facets } from "#lib/answers/facets/answer.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { DIMENSIONS, type Dimension } from "#lib/query/query.ts";
import { toggleValue } from "#lib/query/toggle-value.ts";
import { Popover } from "./popover.tsx";
import { useQuery } from "./use-query.ts";
import { valueText } from "./value-text.ts";

/** Adds a filter: a dimension, then any of the values that occur in it. */
export function FilterMenu({ facetsHref }: { facetsHref: string }) {
  const { t } = useLanguage();
  return (
    <Popover name={t("query.filters")} label={t("query.filters.add")} className="min-w-72">
      {() => <FilterPanel facetsHref={facetsHref} />}
    </Popover>
  );
}

function FilterPanel({ facetsHref }: { facetsHref: string }) {
  const { t } = useLanguage();
  const { facets, isBroken, retry } = useFacets(facetsHref);
  const [dimension, setDimension] = useState<Dimension>("channel");
  const [isNot, setNot] = useState(false);
  if (isBroken)
    return (
      <div role="alert" className="p-2">
        <p>{t("query.facets.failed")}</p>
        <Button variant="secondary" className="mt-2 !py-1.5" onClick={retry}>
          {t("error.retry")}
        </Button>
      </div>
    );
  if (facets === null) return <p className="animate-pulse p-2">{t("query.facets.loading")}</p>;
  const known = DIMENSIONS.filter((name) => (facets[name]?.length ?? 0) > 0);
  const current = known.includes(dimension) ? dimension : known[0];
  if (current === undefined) return <p className="p-2">{t("query.facets.none")}</p>;
  return (
    <div className="grid gap-2 p-1">
      <div className="grid grid-cols-2 gap-2">
        <label className="text-xs text-slate-600 dark:text-slate-400">
          {t("query.filter.by")}
          <select
            value={current}
            onChange={(event) => setDimension(event.target.value as Dimension)}
            className={`${inputClass} mt-1 !py-1.5`}
          >
            {known.map((name) => (
              <option key={name} value={name}>
                {t(`query.dimension.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="text-xs text-slate-600 dark:text-slate-400">
          {t("query.filter.sign")}
          <select
            value={isNot ? "not" : "is"}
            onChange={(event) => setNot(event.target.value === "not")}
            className={`${inputClass} mt-1 !py-1.5`}
          >
            <option value="is">{t("query.filter.signIs")}</option>
            <option value="not">{t("query.filter.signNot")}</option>
          </select>
        </label>
      </div>
      <FacetValues dimension={current} isNot={isNot} values={facets[current] ?? []} />
    </div>
  );
}

function FacetValues(props: {
  dimension: Dimension;
  isNot: boolean;
  values: readonly { readonly value: string; readonly count: number }[];
}) {
  const { dimension, isNot, values } = props;
  const { locale, t } = useLanguage();
  const { query, ask } = useQuery();
  const chosen = query.filters.find((filter) => filter.dimension === dimension && filter.isNot === isNot);
  return (
    <fieldset className="max-h-72 overflow-auto">
      <legend className="sr-only">{t(`query.dimension.${dimension}`)}</legend>
      {values.map(({ value, count }) => (
        <label
          key={value}
          className="flex cursor-pointer items-center gap-2 rounded-md px-1.5 py-1.5 hover:bg-slate-100 dark:hover:bg-slate-800"
        >
          <input
            type="checkbox"
            checked={chosen?.values.includes(value) ?? false}
            onChange={() => ask(toggleValue(query, dimension, value, isNot))}
            className="size-4 rounded border-slate-400 text-teal-700 dark:border-slate-600 dark:bg-slate-900"
          />
          <bdi className="grow">{valueText(dimension, value, t)}</bdi>
          <span className="text-xs tabular-nums text-slate-500 dark:text-slate-400">
            {formatNumber(count, locale)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function useFacets(href: string): { facets: Facets | null; isBroken: boolean; retry: () => void } {
  const [facets, setFacets] = useState<Facets | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [isBroken, setBroken] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      try {
        const answer = await fetch(href, { signal: stop.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        setFacets(await answer.json());
      } catch {
        if (!stop.signal.aborted) setBroken(true);
      }
    };
    void read();
    return () => stop.abort();
  }, [href, attempt]);
  return {
    ...{ facets, isBroken },
    retry: () => {
      setBroken(false);
      setAttempt(attempt + 1);
    },
  };
}
