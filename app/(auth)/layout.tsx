import type { ReactNode } from "react";
import { chooseLanguage, chooseTheme } from "#app/_server/preferences.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTheme } from "#app/_server/request-theme.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { BrandMark } from "#components/layout/brand-mark.tsx";
import { PreferenceButtons } from "#components/layout/preference-buttons.tsx";

/** A narrow column in the middle of the page, under the product's name. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await requestTranslate();
  return (
    <div className="mx-auto flex min-h-screen w-full max-w-md flex-col px-4 py-4">
      <header className="flex items-center justify-between">
        <p className="flex items-center gap-2 text-base font-semibold tracking-tight">
          <BrandMark />
          {t("app.name")}
          <span className="text-sm font-normal tracking-normal text-slate-600 dark:text-slate-400">
            {t("app.tagline")}
          </span>
        </p>
        <div className="-me-2.5 flex">
          <PreferenceButtons
            locale={await requestLocale()}
            theme={await requestTheme()}
            t={t}
            {...{ chooseLanguage, chooseTheme }}
          />
        </div>
      </header>
      <main className="my-auto pb-16 pt-10">{children}</main>
    </div>
  );
}
