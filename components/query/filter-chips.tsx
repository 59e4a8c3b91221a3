"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { CLEAR_KEY } from "#components/keys/preset-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { toggleValue } from "#lib/query/toggle-value.ts";
import { useQuery } from "./use-query.ts";
import { valueText } from "./value-text.ts";

/** What is filtered by, each to be taken away by itself or all at once. */
export function FilterChips({ clear }: { clear: () => void }) {
  const t = useTranslate();
  const { query, ask } = useQuery();
  return (
    <ul className="mt-2 flex flex-wrap items-center gap-1.5" aria-label={t("query.filters")}>
      {query.filters.flatMap(({ dimension, isNot, values }) =>
        values.map((value) => {
          const shown = t(isNot ? "query.filter.not" : "query.filter.is", {
            dimension: t(`query.dimension.${dimension}`),
            value: valueText(dimension, value, t),
          });
          return (
            <li key={`${dimension}${isNot}${value}`}>
              <button
                type="button"
                aria-label={t("query.filter.remove", { filter: shown })}
                onClick={() => ask(toggleValue(query, dimension, value, isNot))}
                className="inline-flex items-center gap-1.5 rounded-full border border-teal-200 bg-teal-50 py-1 pe-2 ps-3 text-xs font-medium text-teal-900 hover:bg-teal-100 dark:border-teal-900 dark:bg-teal-950 dark:text-teal-200 dark:hover:bg-teal-900"
              >
                <bdi>{shown}</bdi>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          );
        }),
      )}
      <li>
        <Button variant="quiet" className="!px-2 !py-1 text-xs" aria-keyshortcuts={CLEAR_KEY} onClick={clear}>
          {t("query.filters.clear")}
        </Button>
      </li>
    </ul>
  );
}
