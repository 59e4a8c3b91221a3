import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findPasswordReset } from "#db/auth-store/password-reset.ts";
import { currentDatabase } from "#db/connection.ts";
import { ResetForm } from "./reset-form.tsx";
import { submitReset } from "./submit-reset.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTranslate();
  return { title: t("auth.reset.title"), robots: "noindex", referrer: "no-referrer" };
}

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await requestTranslate();
  const reset = findPasswordReset(currentDatabase(), token, Date.now());
  if (reset === null) notFound();
  const { email, state } = reset;
  return (
    <>
      <PageHeader title={t("auth.reset.title")} text={state === "open" ? t("auth.reset.text") : undefined} />
      {state === "open" ? (
        <Card>
          <ResetForm email={email} action={submitReset.bind(null, token)} />
        </Card>
      ) : (
        <EmptyState
          title={t(`auth.reset.${state}.title`)}
          text={t(`auth.reset.${state}.text`)}
          action={
            <Link href="/sign-in" className={buttonClass("secondary")}>
              {t("auth.signIn.title")}
            </Link>
          }
        />
      )}
    </>
  );
}
