import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { shareLag } from "../share-lag.ts";
import { shareNotes } from "../share-notes.ts";
import type { Plot } from "./plot.ts";
import type { Hit } from "./scene.ts";

const WIDTH = 208;
const GAP = 16;

/** The facts of what is under the pointer, on the side of it where there is room. */
export function MarkTooltip(props: { shares: CascadeShares; hit: Hit; plot: Plot; x: number; y: number }) {
  const { shares, hit, plot, x, y } = props;
  const { locale } = useLanguage();
  const beside = x + GAP + WIDTH <= plot.width ? x + GAP : x - GAP - WIDTH;
  const isLow = y > plot.height / 2;
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
      {hit.kind === "share" ? (
        <ShareFacts shares={shares} share={hit.share} />
      ) : (
        <FoldFacts shares={shares} hit={hit} />
      )}
    </div>
  );
}

function ShareFacts({ shares, share }: { shares: CascadeShares; share: number }) {
  const { locale, t } = useLanguage();
  const facts = [
    [t("cascades.share.channel"), shares.channels[shares.channel[share] ?? 0] ?? ""],
    [t("cascades.share.after"), formatDuration(shareLag(shares, share), locale)],
    [t("cascades.share.generation"), formatNumber(shares.depth[share] ?? 0, locale)],
    [t("cascades.share.children"), formatNumber(shares.children[share] ?? 0, locale)],
    [t("cascades.share.descendants"), formatNumber(shares.descendants[share] ?? 0, locale)],
  ] as const;
  const notes = shareNotes(shares, share, t);
  return (
    <>
      <p className="mb-1.5 break-all font-semibold">
        <bdi>{shares.person[share]}</bdi>
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
    </>
  );
}

function FoldFacts({ shares, hit }: { shares: CascadeShares; hit: Extract<Hit, { kind: "fold" }> }) {
  const { t } = useLanguage();
  return (
    <>
      <p className="font-semibold">{t("pictures.fold.count", { count: hit.count })}</p>
      {hit.parent === -1 ? null : (
        <p className="mt-1 break-all">
          {t("pictures.fold.below", { person: `\u2068${shares.person[hit.parent] ?? ""}\u2069` })}
        </p>
      )}
      <p className="mt-1 text-slate-500 dark:text-slate-400">{t("pictures.fold.open")}</p>
    </>
  );
}
