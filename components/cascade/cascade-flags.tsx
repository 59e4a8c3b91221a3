import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const flagClass =
  "inline-block whitespace-nowrap rounded bg-amber-100 px-1.5 py-0.5 text-xs text-amber-900 dark:bg-amber-400/15 dark:text-amber-200";

/** What the record of a cascade got wrong, in words. */
export function CascadeFlags({ cascade, t }: { cascade: CascadeRow; t: Translate }) {
  const flags = [
    cascade.seeded || cascade.cuts > 0 ? null : t("cascades.flag.orphan"),
    cascade.cuts > 0 ? t("cascades.flag.cuts", { count: cascade.cuts }) : null,
    cascade.skews > 0 ? t("cascades.flag.skews", { count: cascade.skews }) : null,
  ].filter((flag) => flag !== null);
  return (
    <span className="flex flex-wrap gap-1">
      {flags.map((flag) => (
        <span key={flag} className={flagClass}>
          {flag}
        </span>
      ))}
    </span>
  );
}
