"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import type { Dimension } from "#lib/query/query.ts";
import { toggleValue } from "#lib/query/toggle-value.ts";
import { useQuery } from "./use-query.ts";
import { valueText } from "./value-text.ts";

/** A value that, pressed, becomes a filter of the page, or stops being one. */
export function FilterLink(props: { dimension: Dimension; value: string; children?: ReactNode }) {
  const { dimension, value, children } = props;
  const t = useTranslate();
  const { query, hrefOf } = useQuery();
  return (
    <Link
      href={hrefOf(toggleValue(query, dimension, value))}
      scroll={false}
      prefetch={false}
      title={t("query.filter.only", { value: valueText(dimension, value, t) })}
      className="font-medium underline decoration-slate-300 underline-offset-4 hover:decoration-slate-600 dark:decoration-slate-600 dark:hover:decoration-slate-300"
    >
      {children ?? <bdi>{valueText(dimension, value, t)}</bdi>}
    </Link>
  );
}
