import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import type { CascadePlot } from "./plot-cascade.ts";
import { shareLag } from "./share-lag.ts";
import { shareNotes } from "./share-notes.ts";

const WIDTH = 224;
const GAP = 16;

/** The facts of one share beside its mark, on the side where there is room. */
export function ShareTooltip(props: {
  shares: CascadeShares;
  share: number;
  plot: CascadePlot;
  zone: string;
  isPinned: boolean;
}) {
  const { shares, share, plot, zone, isPinned } = props;
  const { locale, t } = useLanguage();
  const x = plot.x[share] ?? 0;
  const y = plot.y[share] ?? 0;
  if (!isInSight(plot, x, y)) return null;
  const beside = x + GAP + WIDTH <= plot.width ? x + GAP : x - GAP - WIDTH;
  const isLow = y > plot.height / 2;
  const facts = [
    [t("cascades.share.channel"), shares.channels[shares.channel[share] ?? 0] ?? ""],
    [t("cascades.share.after"), formatDuration(shareLag(shares, share), locale)],
    [t("cascades.share.at"), formatDateTime(shares.at[share] ?? 0, locale, zone)],
    [t("cascades.share.generation"), formatNumber(shares.depth[share] ?? 0, locale)],
    [t("cascades.share.children"), formatNumber(shares.children[share] ?? 0, locale)],
    [t("cascades.share.descendants"), formatNumber(shares.descendants[share] ?? 0, locale)],
  ] as const;
  const notes = shareNotes(shares, share, t);
  return (
    <div
      dir={LOCALES[locale].direction}
      className="pointer-events-none absolute z-10 rounded-lg border border-slate-200 bg-white p-3 text-xs shadow-lg dark:border-slate-700 dark:bg-slate-800"
      style={{
        width: WIDTH,
        left: Math.max(0, Math.min(plot.width - WIDTH, beside)),
        ...(isLow ? { bottom: Math.max(0, plot.height - y - GAP) } : { top: Math.max(0, y - GAP) }),
      }}
    >
      <p className="mb-1.5 break-all font-semibold">
        <bdi>{shares.person[share]}</bdi>
        {isPinned ? (
          <span className="ms-2 font-normal text-teal-700 dark:text-teal-300">
            {t("cascades.share.pinned")}
          </span>
        ) : null}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-slate-500 dark:text-slate-400">{name}</dt>
            <dd className="text-end tabular-nums">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {notes === "" ? null : <p className="mt-1.5 text-amber-800 dark:text-amber-300">{notes}</p>}
    </div>
  );
}

/** A magnified picture may have moved the mark out. */
function isInSight({ box }: CascadePlot, x: number, y: number): boolean {
  return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
}
