import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentUser } from "#app/_server/session.ts";
import { signOut } from "#app/_server/sign-out.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findInvitation } from "#db/auth-store/invitation.ts";
import { currentDatabase } from "#db/connection.ts";
import { join } from "./join.ts";
import { JoinForm } from "./join-form.tsx";
import { joinNew } from "./join-new.ts";
import { JoinSignedIn } from "./join-signed-in.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTranslate();
  return { title: t("team.join.title"), robots: "noindex", referrer: "no-referrer" };
}

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await requestTranslate();
  const invitation = findInvitation(currentDatabase(), token, Date.now());
  if (invitation === null) notFound();
  const { workspaceName: name, role, email } = invitation;
  const user = await currentUser();
  const signIn = (
    <Link
      href={`/sign-in?${new URLSearchParams({ next: `/join/${token}` })}`}
      className={buttonClass("secondary")}
    >
      {t("team.join.signIn")}
    </Link>
  );
  return (
    <>
      <PageHeader title={t("team.join.heading", { name })} text={t(`team.join.as.${role}`)} />
      <Card>
        {user === null ? (
          <div className="grid gap-5">
            <JoinForm action={joinNew.bind(null, token)} isNamed={email !== null} />
            <div className="grid gap-2 border-t border-slate-200 pt-5 dark:border-slate-800">
              <p className="text-sm">{t("team.join.haveAccount")}</p>
              {signIn}
            </div>
          </div>
        ) : email !== null && email !== user.email ? (
          <form action={signOut} className="grid gap-4">
            <p className="text-sm">{t("team.join.other", { email: user.email })}</p>
            <Button type="submit" variant="secondary">
              {t("auth.signOut")}
            </Button>
          </form>
        ) : (
          <JoinSignedIn action={join.bind(null, token)} email={user.email} />
        )}
      </Card>
    </>
  );
}
