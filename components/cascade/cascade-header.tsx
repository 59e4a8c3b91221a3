import Link from "next/link";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { CascadeFlags } from "./cascade-flags.tsx";

/** Which cascade this is, when and by whom it began, and the way back. */
export function CascadeHeader(props: {
  cascade: CascadeRow;
  zone: string;
  listHref: string;
  locale: Locale;
  t: Translate;
}) {
  const { cascade, zone, listHref, locale, t } = props;
  const started = formatDateTime(cascade.startedAt, locale, zone);
  return (
    <>
      <Link
        href={listHref}
        className="mb-2 inline-flex items-center gap-1.5 text-xs font-medium text-teal-800 hover:underline dark:text-teal-300 print:hidden"
      >
        <span aria-hidden="true" className="rtl:-scale-x-100">
          ←
        </span>
        {t("cascades.detail.back")}
      </Link>
      <PageHeader
        level={2}
        title={t("cascades.detail.title", { root: isolated(cascade.root) })}
        text={`${t("cascades.detail.text", {
          started,
          channel: isolated(cascade.channel),
          person: isolated(cascade.person),
        })} ${t("common.zone", { zone: isolated(zone) })}.`}
      />
      <div className="-mt-3 mb-5 empty:hidden">
        <CascadeFlags cascade={cascade} t={t} />
      </div>
    </>
  );
}

/** Foreign text inside a sentence, kept from turning the sentence's direction: U+2068 … U+2069. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
