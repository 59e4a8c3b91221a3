import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { CampaignShape } from "#lib/domain/campaign-shape.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { depth } from "#lib/metrics/depth.ts";
import { metricWords } from "#lib/metrics/metric.ts";
import { seeds } from "#lib/metrics/seeds.ts";
import { sharers } from "#lib/metrics/sharers.ts";
import { size } from "#lib/metrics/size.ts";
import { structuralVirality } from "#lib/metrics/structural-virality.ts";

const COMPACT_FROM = 100_000;

const METRIC = { sharers, shares: size, seeds, depth, virality: structuralVirality } as const;

interface Figure {
  readonly name: keyof typeof METRIC;
  readonly value: number | null;
  readonly note?: string;
}

/** How a campaign is shaped; what is not known yet is a dash with its reason. */
export function ShapeStats({ shape, locale, t }: { shape: CampaignShape; locale: Locale; t: Translate }) {
  const { orphans } = shape;
  const figures: Figure[] = [
    { name: "sharers", value: shape.sharers },
    {
      name: "shares",
      value: shape.shares,
      ...(orphans > 0 ? { note: t("campaigns.stat.shares.orphans", { count: orphans }) } : {}),
    },
    { name: "seeds", value: shape.seeds },
    { name: "depth", value: shape.depth },
    { name: "virality", value: shape.medianVirality, ...viralityNote(shape, locale, t) },
  ];
  return (
    <StatGrid columns={5}>
      {figures.map(({ name, value, note }) => (
        <Stat
          key={name}
          {...metricWords(METRIC[name], locale)}
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
