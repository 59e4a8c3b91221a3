import { noticePage } from "#app/_front/notice-page.ts";
import type { RequestHead } from "#app/_front/request-head.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { chooseLocale } from "#lib/i18n/choose-locale.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { type MessageValues, translator } from "#lib/i18n/translator.ts";

/** The page for somebody whose link leads nowhere: why, and what to do, in their language. */
export function linkNotice(head: RequestHead, why: "unknown" | "paused"): string {
  return notice(localeOf(head), why);
}

/** The page for everybody who comes while the database is upgraded. @param done the part that is, 0 to 1 */
export function upgradingNotice(head: RequestHead, done: number): string {
  const locale = localeOf(head);
  return notice(locale, "upgrading", { percent: formatPercent(Math.floor(done * 100) / 100, locale) });
}

/** The page for everybody who comes while the start waits for room on the disk. */
export function noRoomNotice(head: RequestHead): string {
  return notice(localeOf(head), "no-room");
}

function localeOf(head: RequestHead): Locale {
  return chooseLocale(undefined, head.headers.get("accept-language")?.[0] ?? null);
}

function notice(
  locale: Locale,
  why: "unknown" | "paused" | "upgrading" | "no-room",
  values?: MessageValues,
): string {
  const t = translator(locale, messagesOf(locale));
  return noticePage(locale, {
    title: t(`collect.notice.${why}.title`),
    text: t(`collect.notice.${why}.text`, values),
  });
}
