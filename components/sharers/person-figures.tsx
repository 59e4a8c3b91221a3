import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { SharerRow } from "#lib/answers/sharers/sharers.ts";
import type { Person } from "#lib/domain/person.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What a person did and what came below. */
export function PersonFigures(props: {
  person: Person;
  row: SharerRow | null;
  locale: Locale;
  t: Translate;
}) {
  const { person, row, locale, t } = props;
  const figures = [
    [t("sharers.column.shares"), row?.shares ?? 0],
    [t("sharers.column.children"), row?.children ?? 0],
    [t("sharers.column.descendants"), row?.descendants ?? 0],
    [t("sharers.column.k"), row?.k ?? null],
    [t("sharers.column.conversions"), row?.conversions ?? 0],
    [t("sharers.column.credit"), row?.credit ?? 0],
    [t("sharers.person.ownVisits"), person.visits],
    [t("sharers.person.ownConversions"), person.conversions],
  ] as const;
  return (
    <StatGrid columns={4}>
      {figures.map(([label, value]) =>
        value === null ? (
          <Stat key={label} label={label} value={t("common.none")} note={t("sharers.unknown.k")} />
        ) : (
          <Stat key={label} label={label} value={formatNumber(value, locale)} />
        ),
      )}
    </StatGrid>
  );
}
