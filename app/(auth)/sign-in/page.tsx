import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { actionRequest } from "#app/_server/action-request.ts";
import { waitingStep } from "#app/_server/next-step.ts";
import { ownPath } from "#app/_server/own-path.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentUser } from "#app/_server/session.ts";
import { isVouchedOnly, listedProviders } from "#app/_server/vouching-providers.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { currentDatabase } from "#db/connection.ts";
import { SignInSteps } from "./sign-in-steps.tsx";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTranslate();
  return { title: t("auth.signIn.title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, created, step, error } = await searchParams;
  const path = ownPath(typeof next === "string" ? next : null);
  if ((await currentUser()) !== null) redirect(path);
  const t = await requestTranslate();
  const waiting = step === undefined ? null : waitingStep(currentDatabase(), (await actionRequest()).cookies);
  return (
    <>
      <PageHeader title={t("auth.signIn.title")} text={t("auth.signIn.text")} />
      {created === "1" ? (
        <p role="status" className="mb-4 text-sm font-medium text-teal-800 dark:text-teal-300">
          {t("auth.signIn.created")}
        </p>
      ) : null}
      {error !== undefined ? (
        <p role="alert" className="mb-4 text-sm font-medium text-rose-700 dark:text-rose-400">
          {t(error === "AccessDenied" ? "auth.vouched.denied" : "auth.vouched.failed")}
        </p>
      ) : null}
      <SignInSteps
        next={path}
        first={waiting ?? "password"}
        providers={listedProviders()}
        isVouchedOnly={isVouchedOnly()}
      />
    </>
  );
}
