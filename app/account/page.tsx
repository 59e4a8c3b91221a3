import type { Metadata } from "next";
import Link from "next/link";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { requireUser } from "#app/_server/session.ts";
import { signOut } from "#app/_server/sign-out.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listSessions } from "#db/auth-store/list-sessions.ts";
import { listWorkspacesOf } from "#db/auth-store/list-workspaces-of.ts";
import { readSignIns } from "#db/auth-store/read-sign-ins.ts";
import { listTrustedBrowsers } from "#db/auth-store/trusted-browsers.ts";
import { currentDatabase } from "#db/connection.ts";
import { CsvCard } from "./csv-card.tsx";
import { SessionList } from "./session-list.tsx";
import { SignInCard } from "./sign-in-card.tsx";
import { TrustedList } from "./trusted-list.tsx";
import { WorkspacesCard } from "./workspaces-card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTranslate();
  return { title: t("auth.account.title") };
}

export default async function AccountPage() {
  const user = await requireUser("/account");
  const t = await requestTranslate();
  const asked = { userId: user.id, currentId: user.sessionId, now: Date.now() };
  const leave = (
    <>
      <Link href="/account/security" className={buttonClass("secondary")}>
        {t("security.link")}
      </Link>
      <form action={signOut} className="sm:hidden">
        <Button type="submit" variant="secondary">
          {t("auth.signOut")}
        </Button>
      </form>
    </>
  );
  return (
    <>
      <PageHeader title={t("auth.account.title")} text={user.email} actions={leave} />
      <WorkspacesCard workspaces={listWorkspacesOf(currentDatabase(), user.id)} t={t} />
      <SignInCard signIns={readSignIns(currentDatabase(), user.id, asked.now)} t={t} />
      <CsvCard t={t} />
      <SessionList sessions={listSessions(currentDatabase(), asked)} t={t} />
      <TrustedList browsers={listTrustedBrowsers(currentDatabase(), user.id, asked.now)} t={t} />
    </>
  );
}
