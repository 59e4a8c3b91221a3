import { noticePage } from "#app/_front/notice-page.ts";
import type { RequestHead } from "#app/_front/request-head.ts";
import { chooseLocale } from "#lib/i18n/choose-locale.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { translator } from "#lib/i18n/translator.ts";

/** The page for somebody whose link leads nowhere: why, and what to do, in their language. */
export function linkNotice(head: RequestHead, why: "unknown" | "paused"): string {
  const locale = chooseLocale(undefined, head.headers.get("accept-language")?.[0] ?? null);
  const t = translator(locale, messagesOf(locale));
  return noticePage(locale, {
    title: t(`collect.notice.${why}.title`),
    text: t(`collect.notice.${why}.text`),
  });
}
