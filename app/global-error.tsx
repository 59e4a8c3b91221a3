"use client";

import { DEFAULT_LOCALE, LOCALES, type Locale } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";

/** Stands in for the whole document when even the root layout failed, so it leans on nothing of it. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const messages = messagesOf(DEFAULT_LOCALE);
  return (
    <html lang={DEFAULT_LOCALE}>
      <body style={{ font: "16px system-ui", margin: "4rem auto", maxWidth: "36rem", padding: "0 1rem" }}>
        <h1>{messages["error.title"]}</h1>
        {(Object.keys(LOCALES) as Locale[]).map((locale) => (
          <p key={locale} lang={locale} dir={LOCALES[locale].direction}>
            {messagesOf(locale)["error.text"]}
          </p>
        ))}
        <button type="button" onClick={reset}>
          {messages["error.retry"]}
        </button>
      </body>
    </html>
  );
}
