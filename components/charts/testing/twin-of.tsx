import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { TranslateProvider } from "#components/i18n/translate-provider.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import { ar } from "#lib/i18n/messages/ar.ts";
import { en } from "#lib/i18n/messages/en.ts";

const MESSAGES = { en, ar };
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** The texts of the table twin of a chart as the server sends it: rows of cells, the heads first. */
export function twinOf(chart: ReactElement, locale: Locale): string[][] {
  const page = renderToStaticMarkup(
    <TranslateProvider locale={locale} messages={MESSAGES[locale]}>
      {chart}
    </TranslateProvider>,
  );
  const [, twin] = /<details\b.*?<table\b(.*?)<\/table>/s.exec(page) ?? [];
  if (twin === undefined) throw new Error("the chart has no twin");
  return Array.from(twin.matchAll(/<tr>(.*?)<\/tr>/gs), ([, row = ""]) =>
    Array.from(row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs), ([, cell = ""]) => textOf(cell)),
  );
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&([^;]+);/g, (_, name: string) => ENTITIES[name] ?? name);
}
