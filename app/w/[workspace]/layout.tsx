import type { ReactNode } from "react";
import { currentScope } from "#app/_server/current-scope.ts";
import { chooseLanguage, chooseTheme } from "#app/_server/preferences.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTheme } from "#app/_server/request-theme.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { signOut } from "#app/_server/sign-out.ts";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { TopBar } from "#components/layout/top-bar.tsx";

export default async function WorkspaceLayout(props: {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}) {
  const { workspace } = await props.params;
  const { workspaceSlug } = await currentScope(workspace, "campaigns.read");
  const t = await requestTranslate();
  return (
    <>
      <SkipLink text={t("nav.skip")} />
      <TopBar
        home={`/w/${encodeURIComponent(workspaceSlug)}`}
        locale={await requestLocale()}
        theme={await requestTheme()}
        t={t}
        actions={{ chooseLanguage, chooseTheme, signOut }}
      />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-7xl px-4 py-6 outline-none sm:px-6 sm:py-8"
      >
        {props.children}
      </main>
    </>
  );
}
