import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What every part of the Person page needs. */
export interface PersonProps {
  /** Path of the campaign. */
  readonly base: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
}
