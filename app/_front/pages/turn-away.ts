import type { IncomingMessage, ServerResponse } from "node:http";
import { noticePage } from "#app/_front/notice-page.ts";
import { refuse } from "#app/_front/refuse.ts";
import { chooseLocale } from "#lib/i18n/choose-locale.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { translator } from "#lib/i18n/translator.ts";

const RETRY_AFTER_SECONDS = 3;

/** Answers 503 for pages that cannot be had now: people see why and what to do, programs when to come back. */
export function turnAway(
  req: IncomingMessage,
  res: ServerResponse,
  { why, lingerMs }: { why: "busy" | "starting"; lingerMs: number },
): void {
  const headers = { "Retry-After": String(RETRY_AFTER_SECONDS) };
  const isRead = (req.headers.accept ?? "").includes("text/html");
  refuse(req, res, { status: 503, headers, ...(isRead ? { page: notice(req, why) } : {}) }, lingerMs);
}

function notice({ headers }: IncomingMessage, why: "busy" | "starting"): string {
  const chosen = new RegExp(`(?:^|;)\\s*${LOCALE_COOKIE.replace(".", "\\.")}=([^;]+)`).exec(
    headers.cookie ?? "",
  )?.[1];
  const locale = chooseLocale(chosen, headers["accept-language"] ?? null);
  const t = translator(locale, messagesOf(locale));
  return noticePage(locale, { title: t(`server.${why}.title`), text: t(`server.${why}.text`) });
}
