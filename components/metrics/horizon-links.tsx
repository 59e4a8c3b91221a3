import Link from "next/link";
import { segmentClass, segmentsClass } from "#components/ui/segment-class.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Until which age of a share its children are waited for: a choice that is kept in the address. */
export function HorizonLinks(props: {
  choices: readonly number[];
  current: number;
  base: string;
  t: Translate;
}) {
  const { choices, current, base, t } = props;
  return (
    <nav aria-label={t("metrics.horizon.label")} title={t("metrics.horizon.text")} className={segmentsClass}>
      {choices.map((days) => (
        <Link
          key={days}
          href={days === choices[0] ? base : `${base}?horizon=${days}d`}
          aria-current={days === current ? "page" : undefined}
          className={segmentClass}
        >
          {t("metrics.horizon.days", { days })}
        </Link>
      ))}
    </nav>
  );
}
