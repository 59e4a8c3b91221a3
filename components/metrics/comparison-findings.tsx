import type { ArmComparison } from "#lib/answers/arms/arm-comparison.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { comparisonNotes } from "./comparison-notes.ts";
import { comparisonWords } from "./comparison-words.ts";

/** What a comparison allows to say, the first finding the largest, and what to know beside. */
export function ComparisonFindings(props: {
  readonly data: ArmComparison;
  readonly locale: Locale;
  readonly t: Translate;
  readonly isLarge?: boolean;
}) {
  const { data, locale, t, isLarge = false } = props;
  const [first, ...rest] = comparisonWords(data, locale, t);
  const notes = comparisonNotes(data, locale, t);
  return (
    <div className="max-w-3xl">
      {first === undefined ? null : (
        <p className={isLarge ? "text-lg font-semibold leading-snug" : "text-sm font-medium"}>{first}</p>
      )}
      {rest.length > 0 ? (
        <ul className="mt-2 grid gap-1 text-sm text-slate-700 dark:text-slate-300">
          {rest.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      {notes.length > 0 ? (
        <p className="mt-2 text-xs text-slate-500 dark:text-slate-400">{notes.join(" ")}</p>
      ) : null}
    </div>
  );
}
