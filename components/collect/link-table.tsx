import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ListedLink } from "#lib/domain/link.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { CopyButton } from "./copy-button.tsx";

interface Shown {
  /** Address of the campaign's pages. */
  base: string;
  /** Where its links' QR codes are served. */
  qrBase: string;
  /** Beginning of every short link. */
  shortBase: string;
  /** Null when the reader may not change links. */
  pause: ((form: FormData) => Promise<void>) | null;
  locale: Locale;
  t: Translate;
}

const smallClass = "!px-2.5 !py-1.5 !text-xs";

/** The links of a campaign with what came of each. */
export function LinkTable({ links, ...props }: Shown & { links: readonly ListedLink[] }) {
  const { t } = props;
  const figures = ["visits", "shares", "conversions"] as const;
  return (
    <Card widget="links" name={t("collect.links.title")}>
      <Table>
        <caption className="sr-only">{t("collect.links.title")}</caption>
        <thead>
          <tr>
            <Th>{t("collect.links.name")}</Th>
            <Th>{t("collect.links.address")}</Th>
            <Th>{t("collect.links.channel")}</Th>
            {figures.map((figure) => (
              <Th key={figure} figure>
                {t(`collect.links.${figure}`)}
              </Th>
            ))}
            <Th>{t("collect.links.actions")}</Th>
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

function LinkRow({ link, ...props }: Shown & { link: ListedLink }) {
  const { base, shortBase, locale, t } = props;
  const { code, name, channel, seedKind, pausedAt } = link;
  return (
    <tr>
      <Td className="min-w-40">
        <Link
          href={`${base}/cascades/${encodeURIComponent(code)}`}
          title={t("collect.links.cascade", { name })}
          className="font-medium text-teal-800 hover:underline dark:text-teal-300"
        >
          <bdi>{name}</bdi>
        </Link>
        <span className="block text-xs text-slate-600 dark:text-slate-400">
          {t(seedKind === "paid" ? "collect.links.paid" : "collect.links.organic")}
          {pausedAt === null ? null : ` · ${t("collect.links.paused")}`}
        </span>
      </Td>
      <Td>
        <span className="flex items-center gap-2">
          <bdi dir="ltr" className="whitespace-nowrap font-mono text-xs">
            {`${shortBase}${code}`.replace(/^https?:\/\//, "")}
          </bdi>
          <CopyButton text={`${shortBase}${code}`} label={t("collect.links.copyNamed", { name })} />
        </span>
      </Td>
      <Td>
        <bdi>{channel}</bdi>
      </Td>
      <Td figure>{formatNumber(link.visits, locale)}</Td>
      <Td figure>{formatNumber(link.shares, locale)}</Td>
      <Td figure>{formatNumber(link.conversions, locale)}</Td>
      <Td>
        <RowActions link={link} {...props} />
      </Td>
    </tr>
  );
}

function RowActions({ link, qrBase, pause, t }: Shown & { link: ListedLink }) {
  const { id, name, pausedAt } = link;
  const way = pausedAt === null ? "pause" : "resume";
  return (
    <span className="flex items-center gap-2">
      {(["svg", "png"] as const).map((format) => (
        <a
          key={format}
          href={`${qrBase}/${id}/qr?format=${format}`}
          aria-label={t("collect.links.qr", { name, format: format.toUpperCase() })}
          className={`${buttonClass("secondary")} ${smallClass} whitespace-nowrap`}
        >
          QR {format.toUpperCase()}
        </a>
      ))}
      {pause === null ? null : (
        <form action={pause}>
          <input type="hidden" name="link" value={id} />
          <input type="hidden" name="way" value={way} />
          <Button
            type="submit"
            variant="secondary"
            aria-label={t(`collect.links.${way}Named`, { name })}
            className={smallClass}
          >
            {t(`collect.links.${way}`)}
          </Button>
        </form>
      )}
    </span>
  );
}
