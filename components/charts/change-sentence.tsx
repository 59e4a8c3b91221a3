"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { KChangeAt, ViralCoefficient } from "#lib/answers/spread/viral-coefficient.ts";
import { formatClock } from "#lib/format/format-clock.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import { zoneOffset } from "#lib/time/zone-clock.ts";

/** Which way a change of K goes. */
export function wayOf({ before, after }: Pick<KChangeAt, "before" | "after">): "fell" | "rose" {
  return after < before ? "fell" : "rose";
}

/** When K changed, from what to what and how closely that is known; or that no change is seen. */
export function ChangeSentence(props: {
  change: ViralCoefficient["trend"]["change"];
  grain: ViralCoefficient["cohortGrain"];
  zone: string;
}) {
  const { change, grain, zone } = props;
  const { locale, t } = useLanguage();
  if (change === null) return null;
  const ratio = (value: number) => formatRatio(value, locale);
  const text =
    change === "unclear"
      ? t("metrics.change.none")
      : t(`metrics.change.${wayOf(change)}`, {
          time: formatClock(
            change.at + zoneOffset(zone, change.at),
            grain === "hour" ? "hour" : "day",
            locale,
          ),
          before: ratio(change.before),
          after: ratio(change.after),
          give: t(`metrics.change.give.${grain}`),
        });
  return <p className="mb-3 text-sm text-slate-600 dark:text-slate-300">{text}</p>;
}
