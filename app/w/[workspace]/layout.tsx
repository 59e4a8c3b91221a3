import Link from "next/link";
import type { ReactNode } from "react";
import { currentScope } from "#app/_server/current-scope.ts";
import { chooseLanguage, chooseTheme } from "#app/_server/preferences.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestNotices } from "#app/_server/request-notices.ts";
import { requestTheme } from "#app/_server/request-theme.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { signOut } from "#app/_server/sign-out.ts";
import { confirmLost } from "#app/w/_server/confirm-lost.ts";
import { AppShell } from "#components/layout/app-shell.tsx";
import { OwnerNotices } from "#components/layout/owner-notices.tsx";
import { SecondFactorNotice } from "#components/layout/second-factor-notice.tsx";
import { noteOpened } from "#db/auth-store/last-opened.ts";
import { listWorkspacesOf } from "#db/auth-store/list-workspaces-of.ts";
import { secondFactorDue } from "#db/auth-store/second-factor-due.ts";
import { currentDatabase } from "#db/connection.ts";
import { readLostEvents } from "#db/intake/lost-events.ts";

export default async function WorkspaceLayout(props: {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}) {
  const { workspace } = await props.params;
  const { workspaceId, workspaceSlug, permissions, userId } = await currentScope(workspace, "campaigns.read");
  const isOwner = permissions.has("workspace.manage");
  const t = await requestTranslate();
  const lost = isOwner ? readLostEvents(currentDatabase()) : null;
  const mine = listWorkspacesOf(currentDatabase(), userId ?? 0);
  if (userId !== null) noteOpened(currentDatabase(), { workspaceId, userId }, Date.now());
  const due = userId === null ? null : secondFactorDue(currentDatabase(), { workspaceId, userId });
  const home = `/w/${encodeURIComponent(workspaceSlug)}`;
  return (
    <AppShell
      home={home}
      width="max-w-7xl"
      workspace={{
        current: mine.find(({ slug }) => slug === workspaceSlug) ?? {
          slug: workspaceSlug,
          name: workspaceSlug,
        },
        others: mine.filter(({ slug }) => slug !== workspaceSlug),
      }}
      locale={await requestLocale()}
      theme={await requestTheme()}
      t={t}
      {...{ chooseLanguage, chooseTheme, signOut }}
    >
      {due === null ? null : <SecondFactorNotice due={due} now={Date.now()} t={t} />}
      {isOwner ? (
        <OwnerNotices
          notices={await requestNotices()}
          lost={lost === null ? null : { ...lost, confirm: confirmLost.bind(null, workspaceSlug) }}
          {...{ home, t }}
        />
      ) : null}
      {props.children}
      <footer className="mt-12 text-xs text-slate-600 print:hidden dark:text-slate-400">
        <Link href={`${home}/definitions`} className="underline underline-offset-4">
          {t("nav.definitions")}
        </Link>
        {isOwner ? (
          <Link href={`${home}/settings/team`} className="ms-4 underline underline-offset-4">
            {t("nav.settings")}
          </Link>
        ) : null}
      </footer>
    </AppShell>
  );
}
