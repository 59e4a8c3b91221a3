import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { largestBranch } from "#lib/cascade/largest-branch.ts";
import { timeToHalf } from "#lib/cascade/time-to-half.ts";
import { viralityKind } from "#lib/cascade/virality-kind.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface FiguresProps {
  readonly cascade: CascadeRow;
  readonly shares: CascadeShares;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The figures of one cascade; what one share alone cannot tell is a dash with the reason. */
export function CascadeFigures({ cascade, shares, locale, t }: FiguresProps) {
  const { size, structuralVirality: virality } = cascade;
  const counts = [
    ["size", size],
    ["reach", cascade.reach],
    ["depth", cascade.depth],
    ["breadth", cascade.maxBreadth],
  ] as const;
  const branch = largestBranch(shares);
  const half = timeToHalf(shares.at);
  const unknown = { value: t("common.none"), note: t("cascades.unknown.single") };
  return (
    <StatGrid columns={4} label={t("cascades.figure.label")}>
      {counts.map(([name, value]) => (
        <Stat
          key={name}
          label={t(`cascades.column.${name}`)}
          definition={t(`cascades.define.${name}`)}
          value={formatNumber(value, locale)}
        />
      ))}
      <Stat
        label={t("cascades.column.virality")}
        definition={t("cascades.define.virality")}
        {...(virality === null
          ? unknown
          : {
              value: formatNumber(virality, locale),
              exact: String(virality),
              note: t(`cascades.figure.${viralityKind(virality)}`),
            })}
      />
      <Stat
        label={t("cascades.figure.directShare")}
        definition={t("cascades.define.directShare")}
        {...(size < 2 ? unknown : { value: formatPercent(cascade.seedChildren / (size - 1), locale) })}
      />
      <Stat
        label={t("cascades.figure.largestBranch")}
        definition={t("cascades.define.largestBranch")}
        {...(branch === null ? unknown : { value: formatPercent(branch, locale) })}
      />
      <Stat
        label={t("cascades.figure.timeToHalf")}
        definition={t("cascades.define.timeToHalf")}
        {...(half === null ? unknown : { value: formatDuration(half, locale) })}
      />
    </StatGrid>
  );
}
