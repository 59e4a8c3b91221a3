"use client";

import { useState } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Sensitivity } from "#lib/answers/sensitivity/answer.ts";
import { BAND_FROM, kIfLost, WARNED_ABOVE } from "#lib/estimators/orphan-bound.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import { KTable } from "./k-table.tsx";
import { Slider } from "./slider.tsx";

/** More lost links than these would leave nothing to reason from. */
const MOST_LOST = 0.8;

/** K beside what it would be with the links that were lost, without suspects, and with a part of all links lost unseen. */
export function SensitivityCard({ k, orphans, suspects }: Sensitivity) {
  const { locale, t } = useLanguage();
  const [lost, setLost] = useState(0);
  const percent = (part: number) => formatPercent(part, locale);
  const bound =
    orphans.part >= BAND_FROM && orphans.k !== null && orphans.upper !== null
      ? { value: orphans.k, low: orphans.k, high: orphans.upper }
      : null;
  const rows = [
    { name: t("metrics.sensitivity.counted"), counts: [], k },
    ...(bound === null
      ? []
      : [
          {
            name: t("metrics.sensitivity.orphans", { part: percent(orphans.part) }),
            counts: [],
            k: bound,
            remark: t("metrics.sensitivity.bound"),
          },
        ]),
    {
      ...{ name: t("metrics.sensitivity.suspects", { part: percent(suspects.part) }), counts: [] },
      k: suspects.k,
    },
    ...(lost === 0
      ? []
      : [{ name: t("metrics.sensitivity.lost", { part: percent(lost) }), counts: [], k: kIfLost(k, lost) }]),
  ];
  return (
    <Card widget="sensitivity" title={t("metrics.sensitivity.title")} note={t("metrics.sensitivity.text")}>
      <KTable head={[t("metrics.sensitivity.case")]} rows={rows} locale={locale} t={t} />
      <Words orphans={orphans} />
      {k.value === null ? null : (
        <div className="mt-5 max-w-md print:hidden">
          <Slider
            label={t("metrics.sensitivity.slider")}
            value={lost}
            text={lost === 0 ? t("metrics.sensitivity.off") : percent(lost)}
            max={MOST_LOST}
            step={0.01}
            onChange={setLost}
          />
          <p className="mt-2 text-xs text-slate-500 dark:text-slate-400">{t("metrics.sensitivity.hint")}</p>
        </div>
      )}
    </Card>
  );
}

/** What the orphans mean: nothing while there is none, in words of K from the part on that is warned of everywhere. */
function Words({ orphans }: Pick<Sensitivity, "orphans">) {
  const { locale, t } = useLanguage();
  const { part, k, upper } = orphans;
  if (part === 0 || (part >= BAND_FROM && part <= WARNED_ABOVE)) return null;
  const ratio = (value: number) => formatRatio(value, locale);
  return (
    <p className="mt-3 text-sm text-slate-700 dark:text-slate-300">
      {part < BAND_FROM
        ? t("metrics.sensitivity.few", { part: formatPercent(part, locale) })
        : k === null || upper === null
          ? t("metrics.orphans.unknown")
          : t("metrics.orphans.bound.report", { k: ratio(k), upper: ratio(upper) })}
    </p>
  );
}
