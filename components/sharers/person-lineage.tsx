import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { CYCLE, ORPHAN } from "#lib/cascade/forest.ts";
import type { PersonShare } from "#lib/domain/person.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { PersonProps } from "./person-props.ts";

const linkClass = "font-medium text-teal-800 hover:underline dark:text-teal-300";

/** A person's shares, each with the chain that led to it and how that is known. */
export function PersonLineage({ shares, ...props }: PersonProps & { shares: readonly PersonShare[] }) {
  const { t } = props;
  return (
    <Card widget="person-shares" title={t("sharers.lineage.title")} note={t("sharers.lineage.note")}>
      {shares.length === 0 ? (
        <p className="text-sm">{t("sharers.lineage.empty")}</p>
      ) : (
        <Table>
          <caption className="sr-only">{t("sharers.lineage.title")}</caption>
          <thead>
            <tr>
              <Th>{t("sharers.lineage.share")}</Th>
              <Th>{t("cascades.share.channel")}</Th>
              <Th figure>{t("sharers.lineage.at")}</Th>
              <Th figure>{t("sharers.column.children")}</Th>
              <Th figure>{t("sharers.column.descendants")}</Th>
              <Th>{t("sharers.lineage.evidence")}</Th>
              <Th>{t("sharers.lineage.chain")}</Th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <ShareLine key={share.code} share={share} {...props} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function ShareLine({ share, base, zone, locale, t }: PersonProps & { share: PersonShare }) {
  return (
    <tr>
      <Td className="max-w-40 truncate">
        <Link
          href={`${base}/cascades/${encodeURIComponent(share.root)}?share=${encodeURIComponent(share.code)}`}
          className={linkClass}
        >
          <bdi dir="ltr">{share.code}</bdi>
        </Link>
      </Td>
      <Td>
        <bdi>{share.channel}</bdi>
      </Td>
      <Td figure>{formatDateTime(share.at, locale, zone)}</Td>
      <Td figure>{formatNumber(share.children, locale)}</Td>
      <Td figure>{formatNumber(share.descendants, locale)}</Td>
      <Td className="whitespace-nowrap">{evidenceOf(share, t)}</Td>
      <Td>
        <span className="flex items-baseline gap-1.5 whitespace-nowrap">
          {share.above.map((step, index) => (
            <span key={step.code} className="flex gap-1.5">
              {index > 0 ? (
                <span aria-hidden="true" className="rtl:-scale-x-100">
                  ←
                </span>
              ) : null}
              <Link href={`${base}/sharers/${encodeURIComponent(step.person)}`} className={linkClass}>
                <bdi>{step.person}</bdi>
              </Link>
            </span>
          ))}
          {share.depth > share.above.length ? (
            <span>{t("sharers.lineage.more", { count: share.depth - share.above.length })}</span>
          ) : null}
        </span>
      </Td>
    </tr>
  );
}

function evidenceOf({ faults, via, evidence }: PersonShare, t: Translate): string {
  if ((faults & ORPHAN) !== 0) return t("sharers.lineage.orphan", { via: `\u2068${via ?? ""}\u2069` });
  if ((faults & CYCLE) !== 0) return t("sharers.lineage.cut");
  if (evidence === null) return t("sharers.lineage.seed");
  return t(`sharers.lineage.${evidence}`);
}
