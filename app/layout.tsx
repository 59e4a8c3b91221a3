import "@fontsource-variable/inter/index.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-400.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-600.css";
import "./_styles/globals.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { TranslateProvider } from "#components/i18n/translate-provider.tsx";
import { LOCALES } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { requestLocale } from "./_server/request-locale.ts";
import { requestTheme } from "./_server/request-theme.ts";

export const metadata: Metadata = {
  title: { default: "Intishar", template: "%s · Intishar" },
  robots: { index: false, follow: false },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  const dark = (await requestTheme()) === "dark";
  return (
    <html lang={locale} dir={LOCALES[locale].direction} className={dark ? "dark" : undefined}>
      <body className="min-h-screen">
        <TranslateProvider locale={locale} messages={messagesOf(locale)}>
          {children}
        </TranslateProvider>
      </body>
    </html>
  );
}
