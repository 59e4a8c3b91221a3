import { formatChange } from "#lib/format/format-change.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/**
 * How a figure moved against what it is compared with: arrow, part and the figure before. Nothing is compared with
 * the unknown, and from zero there is no part. Colour says whether the direction is the wished one; the sign says
 * it without colour.
 */
export function Delta(props: {
  now: number | null;
  before: number | null;
  good: "up" | "down" | null;
  format: (value: number) => string;
  locale: Locale;
  t: Translate;
}) {
  const { now, before, good, format, locale, t } = props;
  if (now === null || before === null) return <span>{t("dashboard.delta.unknown")}</span>;
  if (before === 0 && now > 0) return <span>{t("dashboard.delta.new")}</span>;
  if (now === before) return <span>{t("dashboard.delta.same")}</span>;
  const isUp = now > before;
  const isGood = good === null ? null : (good === "up") === isUp;
  const tone =
    isGood === null ? "" : isGood ? "text-teal-800 dark:text-teal-300" : "text-rose-700 dark:text-rose-300";
  return (
    <span className={`tabular-nums ${tone}`}>
      <span aria-hidden="true">{isUp ? "▲ " : "▼ "}</span>
      {t("dashboard.delta", { change: formatChange(now / before - 1, locale), before: format(before) })}
    </span>
  );
}
