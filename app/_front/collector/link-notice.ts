import type { RequestHead } from "#app/_front/request-head.ts";
import { escapeHtml } from "#lib/collect/escape-html.ts";
import { chooseLocale } from "#lib/i18n/choose-locale.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { translator } from "#lib/i18n/translator.ts";

/** The page for somebody whose link leads nowhere: why, and what to do, in their language, without script. */
export function linkNotice(head: RequestHead, why: "unknown" | "paused"): string {
  const locale = chooseLocale(undefined, head.headers.get("accept-language")?.[0] ?? null);
  const t = translator(locale, messagesOf(locale));
  const title = escapeHtml(t(`collect.notice.${why}.title`));
  const text = escapeHtml(t(`collect.notice.${why}.text`));
  return `<!doctype html><html lang="${locale}" dir="${LOCALES[locale].direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>
:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;
font:1rem/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText}main{max-width:26rem;text-align:center}
h1{font-size:1.25rem;line-height:1.3;margin:0 0 .5rem}p{margin:0;opacity:.8}</style></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body></html>
`;
}
