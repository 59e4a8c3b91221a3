import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { SharerTotals } from "#lib/answers/sharers/sharers.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What the ranking divides among its sharers. */
export function SharerTotalsGrid(props: {
  totals: SharerTotals;
  currency: string | null;
  locale: Locale;
  t: Translate;
}) {
  const { totals, currency, locale, t } = props;
  const number = (value: number) => formatNumber(value, locale);
  const isMoney = totals.creditIn === "value";
  const unit = isMoney && currency !== null ? ` ${currency}` : "";
  return (
    <StatGrid columns={4}>
      <Stat label={t("sharers.stat.people")} value={number(totals.persons)} />
      <Stat label={t("sharers.stat.repeaters")} value={number(totals.repeaters)} />
      <Stat label={t("sharers.stat.conversions")} value={number(totals.conversions)} />
      <Stat
        label={t(isMoney ? "sharers.stat.creditValue" : "sharers.stat.creditConversions")}
        value={`${number(isMoney ? totals.value : totals.conversions)}${unit}`}
        note={t("sharers.stat.unattributed", { amount: number(totals.unattributed) })}
      />
    </StatGrid>
  );
}
