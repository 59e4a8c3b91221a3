import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { CampaignShape } from "#lib/domain/campaign-shape.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const COMPACT_FROM = 100_000;

interface Figure {
  readonly name: "sharers" | "shares" | "seeds" | "depth" | "virality";
  readonly value: number | null;
  readonly note?: string;
}

/** How a campaign is shaped; what is not known yet is a dash with its reason. */
export function ShapeStats({ shape, locale, t }: { shape: CampaignShape; locale: Locale; t: Translate }) {
  const { sharers, shares, seeds, orphans, depth, medianVirality } = shape;
  const figures: Figure[] = [
    { name: "sharers", value: sharers },
    {
      name: "shares",
      value: shares,
      ...(orphans > 0 ? { note: t("campaigns.stat.shares.orphans", { count: orphans }) } : {}),
    },
    { name: "seeds", value: seeds },
    { name: "depth", value: depth },
    { name: "virality", value: medianVirality, ...viralityNote(shape, locale, t) },
  ];
  return (
    <StatGrid columns={5}>
      {figures.map(({ name, value, note }) => (
        <Stat
          key={name}
          label={t(`campaigns.stat.${name}`)}
          definition={t(`campaigns.stat.${name}.definition`)}
          value={value === null ? t("common.none") : shortText(name, value, locale)}
          {...(value === null ? {} : { exact: formatNumber(value, locale) })}
          {...(note === undefined ? {} : { note })}
        />
      ))}
    </StatGrid>
  );
}

function shortText(name: Figure["name"], value: number, locale: Locale): string {
  if (name === "virality") return formatRatio(value, locale);
  return formatNumber(value, locale, { compact: value >= COMPACT_FROM });
}

/** Why there is no structural virality, or how much of the spread came straight from the seeds. */
export function viralityNote(
  { medianVirality, directShare }: Pick<CampaignShape, "medianVirality" | "directShare">,
  locale: Locale,
  t: Translate,
): { note?: string } {
  if (medianVirality === null) return { note: t("campaigns.stat.virality.none") };
  if (directShare === null) return {};
  return { note: t("campaigns.stat.virality.direct", { share: formatPercent(directShare, locale) }) };
}
