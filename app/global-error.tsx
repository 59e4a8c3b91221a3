"use client";

import { failureOf } from "#lib/i18n/failure-of.ts";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "#lib/i18n/locales.ts";

const BODY = {
  colorScheme: "light dark",
  font: "16px/1.6 system-ui, sans-serif",
  margin: "15vh auto",
  maxWidth: "32rem",
  padding: "0 1rem",
};

/** Stands in for the whole document when even the root layout failed, so it leans on nothing of it. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang={DEFAULT_LOCALE} style={{ colorScheme: BODY.colorScheme }}>
      <body style={BODY}>
        {(Object.keys(LOCALES) as Locale[]).map((locale) => (
          <section
            key={locale}
            lang={locale}
            dir={LOCALES[locale].direction}
            style={{ marginBottom: "3rem" }}
          >
            <h1 style={{ fontSize: "1.25rem" }}>{failureOf(locale)["error.title"]}</h1>
            <p>{failureOf(locale)["error.text"]}</p>
            <button type="button" onClick={reset} style={{ font: "inherit", padding: "0.5rem 1rem" }}>
              {failureOf(locale)["error.retry"]}
            </button>
          </section>
        ))}
      </body>
    </html>
  );
}
