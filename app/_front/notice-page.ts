import { escapeHtml } from "#lib/collect/escape-html.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/** A page that says one thing, without script and without the app: in light and dark, in the reader's direction. */
export function noticePage(locale: Locale, notice: { title: string; text: string }): string {
  const title = escapeHtml(notice.title);
  return `<!doctype html><html lang="${locale}" dir="${LOCALES[locale].direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>
:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;
font:1rem/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText}main{max-width:26rem;text-align:center}
h1{font-size:1.25rem;line-height:1.3;margin:0 0 .5rem}p{margin:0;opacity:.8}</style></head>
<body><main><h1>${title}</h1><p>${escapeHtml(notice.text)}</p></main></body></html>
`;
}
