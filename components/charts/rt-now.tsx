"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { RtPoint } from "#lib/answers/spread/viral-coefficient.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";

/** The latest window in words, with the probability that R exceeds 1 where that may be asked. */
export function RtNow({ point, within }: { point: RtPoint | undefined; within: number | null }) {
  const { locale, t } = useLanguage();
  const ratio = (value: number) => formatRatio(value, locale);
  const age = within === null ? null : formatDuration(within, locale);
  const [r, aboveOne] = [point?.r ?? null, point?.aboveOne ?? null];
  const range = r === null ? "" : t("metrics.range.plain", { low: ratio(r.low), high: ratio(r.high) });
  const sentences = [
    r === null ? null : t("metrics.rt.now", { r: ratio(r.value), range }),
    r !== null && point?.isGrey === true ? `${t("metrics.rt.isGrey")}.` : null,
    aboveOne === null ? null : t("metrics.rt.now.aboveOne", { part: formatPercent(aboveOne, locale) }),
    age === null ? null : t("metrics.rt.within", { age }),
  ].filter((sentence) => sentence !== null);
  if (sentences.length === 0) return null;
  return <p className="mb-3 text-sm text-slate-600 dark:text-slate-300">{sentences.join(" ")}</p>;
}
