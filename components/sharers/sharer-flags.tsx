import { BURST } from "#lib/answers/sharers/is-flagged.ts";
import type { SharerRow } from "#lib/answers/sharers/sharers.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const chip = "inline-block whitespace-nowrap rounded px-1.5 py-0.5 text-xs";
const plain = `${chip} bg-slate-100 text-slate-700 dark:bg-slate-800 dark:text-slate-200`;
const amber = `${chip} bg-amber-100 text-amber-900 dark:bg-amber-400/15 dark:text-amber-200`;

/** What is worth a second look about a sharer, in words. */
export function SharerFlags({ row, t }: { row: SharerRow; t: Translate }) {
  const flags = [
    row.selfChildren > 0 ? t("sharers.flag.self", { count: row.selfChildren }) : null,
    row.orphans > 0 ? t("sharers.flag.orphans", { count: row.orphans }) : null,
    row.skews > 0 ? t("sharers.flag.skews", { count: row.skews }) : null,
    row.burst >= BURST ? t("sharers.flag.burst", { count: row.burst }) : null,
  ].filter((flag) => flag !== null);
  return (
    <span className="flex gap-1">
      {row.shares > 1 ? <span className={plain}>{t("sharers.flag.repeat")}</span> : null}
      {flags.map((flag) => (
        <span key={flag} className={amber}>
          {flag}
        </span>
      ))}
    </span>
  );
}
