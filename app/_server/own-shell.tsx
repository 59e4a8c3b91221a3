import type { ReactNode } from "react";
import { chooseLanguage, chooseTheme } from "#app/_server/preferences.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTheme } from "#app/_server/request-theme.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { signOut } from "#app/_server/sign-out.ts";
import { AppShell } from "#components/layout/app-shell.tsx";

/** The bar and the place of a page that belongs to no workspace; `width` is the class that bounds it. */
export async function OwnShell({ width, children }: { width: string; children: ReactNode }) {
  return (
    <AppShell
      home="/"
      width={width}
      locale={await requestLocale()}
      theme={await requestTheme()}
      t={await requestTranslate()}
      {...{ chooseLanguage, chooseTheme, signOut }}
    >
      {children}
    </AppShell>
  );
}
