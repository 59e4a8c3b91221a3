import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { ChartMessage } from "#components/charts/chart-message.tsx";
import type { ViralCoefficient } from "#lib/answers/spread/viral-coefficient.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { KTable } from "./k-table.tsx";

/** K of what people share by using the product against what they set out to share. */
export function ModeCard(props: { modes: ViralCoefficient["modes"]; locale: Locale; t: Translate }) {
  const { modes, locale, t } = props;
  return (
    <ChartFrame widget="modes" title={t("metrics.modes.title")} definition={t("metrics.modes.definition")}>
      {modes.some(({ shares }) => shares > 0) ? (
        <KTable
          head={[t("metrics.modes.mode"), t("metrics.modes.shares")]}
          rows={modes.map(({ mode, shares, k }) => ({
            name: t(`metrics.modes.${mode}`),
            counts: [shares],
            k,
          }))}
          locale={locale}
          t={t}
        />
      ) : (
        <ChartMessage text={t("metrics.modes.empty")} />
      )}
    </ChartFrame>
  );
}
