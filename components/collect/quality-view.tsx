import { Card } from "#components/ui/card.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { IntakeReport, ShareStages } from "#lib/domain/intake-report.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { reasonText } from "./reason-text.ts";

interface Shown {
  report: IntakeReport;
  zone: string;
  locale: Locale;
  t: Translate;
}

const COUNTS = ["received", "accepted", "duplicate", "quarantined", "refused"] as const;

/** How far shares got, as three figures. */
export function StageFigures({ stages, locale, t }: { stages: ShareStages } & Pick<Shown, "locale" | "t">) {
  return (
    <Card title={t("collect.quality.stages")} note={t("collect.quality.stagesNote")}>
      <StatGrid columns={3} label={t("collect.quality.stages")}>
        {(["intended", "delivered", "confirmed"] as const).map((name) => (
          <Stat key={name} label={t(`collect.quality.${name}`)} value={formatNumber(stages[name], locale)} />
        ))}
      </StatGrid>
    </Card>
  );
}

/** What became of everything received, by source, with the sum that must come out. */
export function SourceTable({ report, locale, t }: Shown) {
  const { sources } = report;
  const total = (name: (typeof COUNTS)[number]) => sources.reduce((sum, source) => sum + source[name], 0);
  return (
    <Card
      widget="quality-sources"
      title={t("collect.quality.sources")}
      note={t("collect.quality.sourcesNote")}
    >
      <Table>
        <caption className="sr-only">{t("collect.quality.sources")}</caption>
        <thead>
          <tr>
            <Th>{t("collect.quality.source")}</Th>
            {COUNTS.map((name) => (
              <Th key={name} figure>
                {t(`collect.quality.${name}`)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((counts) => (
            <tr key={counts.source}>
              <Td>{t(`collect.source.${counts.source}`)}</Td>
              {COUNTS.map((name) => (
                <Td key={name} figure>
                  {formatNumber(counts[name], locale)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <Td>{t("collect.quality.total")}</Td>
            {COUNTS.map((name) => (
              <Td key={name} figure>
                {formatNumber(total(name), locale)}
              </Td>
            ))}
          </tr>
        </tfoot>
      </Table>
    </Card>
  );
}

/** Why events were not taken in. Nothing when all were. */
export function TroubleTable({ report, zone, locale, t }: Shown) {
  if (report.troubles.length === 0) return null;
  return (
    <Card widget="quality-troubles" title={t("collect.quality.troubles")}>
      <Table>
        <caption className="sr-only">{t("collect.quality.troubles")}</caption>
        <thead>
          <tr>
            <Th>{t("collect.quality.reason")}</Th>
            <Th>{t("collect.quality.outcome")}</Th>
            <Th>{t("collect.quality.source")}</Th>
            <Th figure>{t("collect.quality.count")}</Th>
            <Th figure>{t("collect.quality.last")}</Th>
          </tr>
        </thead>
        <tbody>
          {report.troubles.map(({ source, outcome, reason, field, count, lastAt }) => (
            <tr key={`${source} ${outcome} ${reason} ${field}`}>
              <Td className="min-w-48 first-letter:uppercase">{reasonText(reason, field, t)}</Td>
              <Td className="whitespace-nowrap">{t(`collect.quality.${outcome}`)}</Td>
              <Td className="whitespace-nowrap">{t(`collect.source.${source}`)}</Td>
              <Td figure>{formatNumber(count, locale)}</Td>
              <Td figure>{formatDateTime(lastAt, locale, zone)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** What is kept but is in none of the figures of people, and what stands in the tree with a note. */
export function ApartTables({ report, locale, t }: Shown) {
  const notes = (["doubtful", "selfReferrals", "unverified", "orphans"] as const).filter(
    (name) => report[name] > 0,
  );
  return (
    <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
      {report.labels.length === 0 ? null : (
        <Card
          widget="quality-labels"
          title={t("collect.quality.labels")}
          note={t("collect.quality.labelsNote")}
        >
          <Table>
            <caption className="sr-only">{t("collect.quality.labels")}</caption>
            <thead>
              <tr>
                <Th>{t("collect.quality.label")}</Th>
                <Th>{t("collect.quality.agent")}</Th>
                <Th figure>{t("collect.quality.count")}</Th>
              </tr>
            </thead>
            <tbody>
              {report.labels.map(({ label, agent, count }) => (
                <tr key={`${label} ${agent}`}>
                  <Td>{t(`collect.label.${label}`)}</Td>
                  <Td>
                    <bdi>{agent === "" ? t("common.none") : agent}</bdi>
                  </Td>
                  <Td figure>{formatNumber(count, locale)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
      {notes.length === 0 ? null : (
        <Card title={t("collect.quality.forest")}>
          <dl className="grid gap-2 text-sm">
            {notes.map((name) => (
              <div key={name} className="flex items-baseline justify-between gap-4">
                <dt>{t(`collect.quality.${name}`)}</dt>
                <dd className="font-medium tabular-nums">{formatNumber(report[name], locale)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
    </div>
  );
}
