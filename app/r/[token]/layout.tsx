import type { ReactNode } from "react";
import { chooseLanguage, chooseTheme } from "#app/_server/preferences.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTheme } from "#app/_server/request-theme.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { BrandMark } from "#components/layout/brand-mark.tsx";
import { PreferenceButtons } from "#components/layout/preference-buttons.tsx";

/** A report stands alone: nothing here leads into the workspace. */
export default async function ReportLayout({ children }: { children: ReactNode }) {
  const t = await requestTranslate();
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-4 sm:px-6 print:p-0">
      <header className="mb-6 flex items-center justify-between print:hidden">
        <p className="flex items-center gap-2 text-base font-semibold tracking-tight">
          <BrandMark />
          {t("app.name")}
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
      <main className="pb-10 print:pb-0">{children}</main>
    </div>
  );
}
