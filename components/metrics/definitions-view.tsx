"use client";

import { useState } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { surfaceClass } from "#components/ui/surface-class.ts";
import type { Metric } from "#lib/metrics/metric.ts";

/** A metric in the reader's language. */
export interface MetricText extends Pick<Metric, "id" | "unit" | "reference"> {
  readonly name: string;
  readonly explanation: string;
}

/** What every number means; the field narrows the list as one types. */
export function DefinitionsView({ metrics }: { metrics: readonly MetricText[] }) {
  const { t } = useLanguage();
  const [search, setSearch] = useState("");
  const found = metrics.filter((metric) => matches(metric, search));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <input
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && setSearch("")}
          aria-label={t("metrics.definitions.search")}
          placeholder={t("metrics.definitions.search")}
          aria-keyshortcuts="/"
          dir="auto"
          className={`${inputClass} sm:!w-72`}
        />
        <p role="status" className="ms-auto text-xs text-slate-600 dark:text-slate-400">
          {t("metrics.definitions.count", { count: found.length })}
        </p>
      </div>
      {found.length === 0 ? (
        <p className="py-10 text-center text-slate-600 dark:text-slate-400">
          {t("metrics.definitions.none", { search })}
        </p>
      ) : (
        <dl className={`${surfaceClass} divide-y divide-slate-200 dark:divide-slate-800`}>
          {found.map((metric) => (
            <MetricEntry key={metric.id} metric={metric} />
          ))}
        </dl>
      )}
    </>
  );
}

function MetricEntry({ metric }: { metric: MetricText }) {
  const { t } = useLanguage();
  const { id, name, unit, explanation, reference } = metric;
  return (
    <div
      id={id}
      className="grid scroll-mt-6 gap-x-8 gap-y-1 px-4 py-4 target:bg-teal-50 dark:target:bg-teal-950/40 sm:grid-cols-[14rem_minmax(0,1fr)] sm:px-5"
    >
      <dt>
        <span className="block font-semibold">{name}</span>
        <span className="mt-0.5 block text-xs text-slate-600 dark:text-slate-400">
          {t(`metrics.unit.${unit}`)}
        </span>
      </dt>
      <dd>
        <p className="max-w-2xl leading-relaxed">{explanation}</p>
        <p className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-xs text-slate-600 dark:text-slate-400">
          <span>
            {t("metrics.definitions.reference")}: <bdi dir="ltr">{reference}</bdi>
          </span>
          <span>
            {t("metrics.definitions.key")}:{" "}
            <code dir="ltr" className="font-mono text-slate-800 dark:text-slate-200">
              {id}
            </code>
          </span>
        </p>
      </dd>
    </div>
  );
}

function matches({ id, name, explanation }: MetricText, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/);
  const text = `${id} ${name} ${explanation}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
