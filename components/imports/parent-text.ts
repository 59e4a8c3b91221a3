import type { ParentChoice, ParentMatches } from "#lib/domain/parent-report.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface Words {
  readonly locale: Locale;
  readonly t: Translate;
}

/** What a choice of what parents mean finds, or would find. */
export function parentText(
  key: "parents.cure" | "parents.applied",
  found: ParentMatches,
  words: Words,
): string {
  const { locale, t } = words;
  const matches = formatNumber(found.matches, locale);
  const said = t(key, { matches, of: formatNumber(found.of, locale), how: howText(found.choice, t) });
  return found.ambiguous === 0 ? said : `${said} ${t("parents.ambiguous", { count: found.ambiguous })}`;
}

function howText({ is, ignore }: ParentChoice, t: Translate): string {
  const parts = ignore.map((one) => t(`parents.how.${one}`));
  if (is === "person") parts.unshift(t("parents.how.person"));
  return parts.reduce((first, second) => t("parents.and", { first, second }));
}
