import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { hasSetUpToken } from "#db/auth-store/has-set-up-token.ts";
import { currentDatabase } from "#db/connection.ts";
import { timeZones } from "#lib/time/time-zones.ts";
import { SetUpForm } from "./set-up-form.tsx";
import { submitSetUp } from "./submit-set-up.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTranslate();
  return { title: t("auth.setUp.title"), robots: "noindex", referrer: "no-referrer" };
}

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await requestTranslate();
  if (!hasSetUpToken(currentDatabase(), token)) notFound();
  return (
    <>
      <PageHeader title={t("auth.setUp.title")} text={t("auth.setUp.text")} />
      <Card>
        <SetUpForm action={submitSetUp.bind(null, token)} zones={timeZones()} />
      </Card>
    </>
  );
}
