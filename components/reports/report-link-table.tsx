import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ListedReport } from "#lib/domain/listed-report.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const COLUMNS = ["name", "status", "expires", "opens", "lastOpened", "actions"] as const;

interface Shown {
  path: string;
  revoke: ((form: FormData) => Promise<void>) | undefined;
  /** Gives a report's people other made-up names. */
  rename: ((form: FormData) => Promise<void>) | undefined;
  remove: ((form: FormData) => Promise<void>) | undefined;
  zone: string;
  locale: Locale;
  t: Translate;
}

/** A campaign's report links. A live one can be revoked; one that has ended can be deleted. */
export function ReportLinkTable({ links, ...props }: Shown & { links: readonly ListedReport[] }) {
  const { t } = props;
  return (
    <Card widget="report-links" name={t("reports.title")}>
      <Table>
        <caption className="sr-only">{t("reports.title")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Th key={column} figure={column === "opens"}>
                {t(`reports.column.${column}`)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <LinkRow key={link.id} link={link} {...props} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function LinkRow({ link, ...props }: Shown & { link: ListedReport }) {
  const { zone, locale, t } = props;
  const at = (time: number) => formatDateTime(time, locale, zone);
  return (
    <tr>
      <Td className="min-w-44">
        <bdi className="font-medium">{link.name}</bdi>
        <span className="block text-xs text-slate-600 dark:text-slate-400">
          <bdi>{link.owner ?? t("common.none")}</bdi>
          {link.hasPassword ? ` · ${t("reports.hasPassword")}` : null}
        </span>
      </Td>
      <Td>{t(`reports.status.${link.status}`)}</Td>
      <Td className="whitespace-nowrap">{link.expiresAt === null ? t("common.none") : at(link.expiresAt)}</Td>
      <Td figure>{formatNumber(link.opens, locale)}</Td>
      <Td className="whitespace-nowrap">
        {link.lastOpenedAt === null ? t("reports.never") : at(link.lastOpenedAt)}
      </Td>
      <Td>
        <RowActions link={link} {...props} />
      </Td>
    </tr>
  );
}

function RowActions({ link, path, revoke, rename, remove, t }: Shown & { link: ListedReport }) {
  const { id, name, status } = link;
  const way = status === "live" ? "revoke" : "delete";
  return (
    <form action={way === "revoke" ? revoke : remove} className="flex gap-2">
      <input type="hidden" name="report" value={id} />
      <Link
        href={`${path}/${id}`}
        aria-label={t("reports.editNamed", { name })}
        className={`${buttonClass("secondary")} !px-2.5 !py-1.5 !text-xs`}
      >
        {t("reports.edit")}
      </Link>
      <Button
        type="submit"
        variant="secondary"
        aria-label={t(`reports.${way}Named`, { name })}
        className="!px-2.5 !py-1.5 !text-xs"
      >
        {t(`reports.${way}`)}
      </Button>
      {status === "live" && link.aliases ? (
        <Button
          type="submit"
          variant="secondary"
          formAction={rename}
          aria-label={t("reports.renameNamed", { name })}
          className="!px-2.5 !py-1.5 !text-xs"
        >
          {t("reports.rename")}
        </Button>
      ) : null}
    </form>
  );
}
