import Link from "next/link";
import type { CampaignK } from "#lib/answers/campaigns/answer.ts";
import type { OrphanBound } from "#lib/estimators/orphan-bound.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const BANNER =
  "mb-6 rounded-lg border border-amber-300 bg-amber-50 px-4 py-3 text-sm text-amber-950 dark:border-amber-400/30 dark:bg-amber-400/10 dark:text-amber-100";

interface Written {
  readonly locale: Locale;
  readonly t: Translate;
}

/** That so many shares lost their parent that K, R, depth and virality are off, and by how much; nothing while few did. */
export function OrphanBanner({
  bound,
  of,
  locale,
  t,
}: Written & {
  bound: OrphanBound | null;
  /** Whose K the bound is of. */
  of: "campaign" | "report";
}) {
  if (bound === null) return null;
  const part = formatPercent(bound.part, locale);
  const limits = limitsOf(bound, locale);
  return (
    <div role="note" data-orphans className={BANNER}>
      <p className="font-semibold">
        {t("metrics.orphans.part", { part, count: formatNumber(bound.orphans, locale) })}
      </p>
      <p className="mt-1">
        {limits === null ? t("metrics.orphans.unknown") : t(`metrics.orphans.bound.${of}`, limits)}
      </p>
    </div>
  );
}

/** The same for every campaign of a list that it is true of. */
export function OrphanList({
  campaigns,
  home,
  locale,
  t,
}: Written & {
  campaigns: readonly (Pick<CampaignK, "id" | "orphans"> & { readonly name: string })[];
  /** Path of the workspace. */
  home: string;
}) {
  const told = campaigns.flatMap(({ id, name, orphans }) => (orphans === null ? [] : { id, name, orphans }));
  if (told.length === 0) return null;
  return (
    <div role="note" data-orphans className={BANNER}>
      <p className="font-semibold">{t("metrics.orphans.list")}</p>
      <ul className="mt-1 grid gap-1">
        {told.map(({ id, name, orphans }) => {
          const part = formatPercent(orphans.part, locale);
          const limits = limitsOf(orphans, locale);
          return (
            <li key={id}>
              <Link href={`${home}/campaigns/${id}`} className="font-medium underline underline-offset-2">
                <bdi>{name}</bdi>
              </Link>{" "}
              {limits === null
                ? t("metrics.orphans.row.unknown", { part })
                : t("metrics.orphans.row", { part, ...limits })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function limitsOf({ k, upper }: OrphanBound, locale: Locale): { k: string; upper: string } | null {
  if (k === null || upper === null) return null;
  return { k: formatRatio(k, locale), upper: formatRatio(upper, locale) };
}
