import Link from "next/link";
import { useCallback } from "react";
import { shareLag } from "#components/cascade/share-lag.ts";
import { shareNotes } from "#components/cascade/share-notes.ts";
import { useLanguage, useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { pathToRoot } from "#lib/cascade/path-to-root.ts";
import type { CascadeInfluence } from "#lib/estimators/credit.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";

interface SharePanelProps {
  shares: CascadeShares;
  share: number;
  zone: string;
  influence: CascadeInfluence;
  currency: string | null;
  /** Address of the campaign's pages. */
  base: string;
  onSelect: (share: number | null) => void;
  onBranch: () => void;
  onCompare: () => void;
  onFold: () => void;
}

/** All about the share held fast, the way back to the root, and what to do with its branch. */
export function SharePanel(props: SharePanelProps) {
  const { shares, share, base } = props;
  const t = useTranslate();
  const notes = shareNotes(shares, share, t);
  return (
    <section aria-label={t("explorer.panel")}>
      <h3 className="break-all text-sm font-semibold">
        <Link
          href={`${base}/sharers/${encodeURIComponent(shares.person[share] ?? "")}`}
          className="text-teal-800 hover:underline dark:text-teal-300"
        >
          <bdi>{shares.person[share]}</bdi>
        </Link>
      </h3>
      <p className="break-all text-xs text-slate-500 dark:text-slate-400">
        <bdi dir="ltr">{shares.code[share]}</bdi>
      </p>
      <Facts {...props} />
      {notes === "" ? null : <p className="mt-2 text-xs text-amber-800 dark:text-amber-300">{notes}</p>}
      <Chain {...props} />
      <div className="mt-4 flex flex-wrap gap-2 print:hidden">
        <Button variant="secondary" onClick={props.onBranch}>
          {t("explorer.onlyBranch")}
        </Button>
        <Button variant="secondary" onClick={props.onCompare}>
          {t("explorer.compare")}
        </Button>
        {(shares.children[share] ?? 0) === 0 ? null : (
          <Button variant="secondary" onClick={props.onFold}>
            {t("explorer.fold")}
          </Button>
        )}
        <Button variant="quiet" onClick={() => props.onSelect(null)}>
          {t("explorer.release")}
        </Button>
      </div>
    </section>
  );
}

/** What is known of the share, a name and a text each. */
function Facts({ shares, share, zone, influence, currency }: SharePanelProps) {
  const { locale, t } = useLanguage();
  const number = (value: number | undefined) => formatNumber(value ?? 0, locale);
  const mode = shares.mode[share] ?? null;
  const evidence = shares.evidence[share] ?? null;
  const value = number(influence.value[share]);
  const above = shares.parent[share] ?? -1;
  const lag = (shares.at[share] ?? 0) - (shares.at[above] ?? 0);
  const facts = [
    [t("cascades.share.channel"), shares.channels[shares.channel[share] ?? 0] ?? ""],
    ...(shares.countries.length === 0
      ? []
      : [
          [t("explorer.country"), shares.countries[shares.country[share] ?? -1] ?? t("common.none")] as const,
        ]),
    [t("cascades.share.at"), formatDateTime(shares.at[share] ?? 0, locale, zone)],
    [t("cascades.share.after"), formatDuration(shareLag(shares, share), locale)],
    ...(above < 0 ? [] : [[t("cascades.share.lag"), formatDuration(Math.max(0, lag), locale)] as const]),
    [t("cascades.share.generation"), number(shares.depth[share])],
    [t("cascades.share.children"), number(shares.children[share])],
    [t("cascades.share.descendants"), number(shares.descendants[share])],
    [t("cascades.share.mode"), mode === null ? t("common.none") : t(`cascades.share.${mode}`)],
    [t("explorer.evidence"), evidence === null ? t("common.none") : t(`explorer.evidence.${evidence}`)],
    [t("explorer.conversions"), number(influence.conversions[share])],
    [t("explorer.value"), currency === null ? value : `${value} ${currency}`],
    [t("explorer.credit"), number(influence.credit[share])],
  ] as const;
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
      {facts.map(([name, text]) => (
        <div key={name} className="contents">
          <dt className="text-slate-600 dark:text-slate-400">{name}</dt>
          <dd className="text-end tabular-nums">
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who passed it on, from the root down to the share. */
function Chain({ shares, share, onSelect }: SharePanelProps) {
  const t = useTranslate();
  const scrollToEnd = useCallback((list: HTMLElement | null) => list?.scrollTo(0, list.scrollHeight), []);
  return (
    <>
      <h4 className="mt-4 text-xs font-medium text-slate-600 dark:text-slate-400">{t("explorer.chain")}</h4>
      <ol key={share} ref={scrollToEnd} className="mt-1 max-h-40 overflow-auto text-xs">
        {pathToRoot(shares.parent, share)
          .reverse()
          .map((step) => (
            <li key={step}>
              <button
                type="button"
                aria-current={step === share ? "true" : undefined}
                onClick={() => onSelect(step)}
                className="max-w-full truncate py-0.5 text-teal-800 hover:underline aria-[current]:font-semibold dark:text-teal-300"
              >
                <bdi>{shares.person[step]}</bdi>
              </button>
            </li>
          ))}
      </ol>
    </>
  );
}
