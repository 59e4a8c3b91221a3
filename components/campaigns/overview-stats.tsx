import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { Overview } from "#lib/domain/overview.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { kNote } from "./k-note.ts";

interface Figure {
  readonly name: "reach" | "shares" | "seeds" | "k" | "depth" | "virality";
  readonly value: number | null;
  /** A mean or a quotient, not a count. */
  readonly isRatio?: boolean;
  readonly note?: string;
}

/** The figures of a campaign; what is not known yet is a dash with its reason. */
export function OverviewStats({ overview, locale, t }: { overview: Overview; locale: Locale; t: Translate }) {
  const { reach, shares, seeds, orphans, k, depth } = overview;
  const figures: Figure[] = [
    { name: "reach", value: reach },
    {
      name: "shares",
      value: shares,
      ...(orphans > 0 ? { note: t("campaigns.stat.shares.orphans", { count: orphans }) } : {}),
    },
    { name: "seeds", value: seeds },
    { name: "k", value: k.value, isRatio: true, note: kNote(k, locale, t) },
    { name: "depth", value: depth },
    { name: "virality", value: overview.medianVirality, isRatio: true, ...viralityNote(overview, locale, t) },
  ];
  return (
    <StatGrid columns={6}>
      {figures.map(({ name, value, isRatio = false, note }) => (
        <Stat
          key={name}
          label={t(`campaigns.stat.${name}`)}
          definition={t(`campaigns.stat.${name}.definition`)}
          value={value === null ? t("common.none") : shortText(value, isRatio, locale)}
          {...(value === null ? {} : { exact: formatNumber(value, locale) })}
          {...(note === undefined ? {} : { note })}
        />
      ))}
    </StatGrid>
  );
}

function shortText(value: number, isRatio: boolean, locale: Locale): string {
  return isRatio ? formatRatio(value, locale) : formatNumber(value, locale, { compact: value >= 100_000 });
}

function viralityNote(overview: Overview, locale: Locale, t: Translate): { note?: string } {
  if (overview.medianVirality === null) return { note: t("campaigns.stat.virality.none") };
  if (overview.directShare === null) return {};
  return {
    note: t("campaigns.stat.virality.direct", { share: formatPercent(overview.directShare, locale) }),
  };
}
