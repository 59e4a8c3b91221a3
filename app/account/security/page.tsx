import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { requireUser } from "#app/_server/session.ts";
import { listedProviders } from "#app/_server/vouching-providers.ts";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listLinks } from "#db/auth-store/linked-sign-ins.ts";
import { listPasskeys } from "#db/auth-store/passkeys.ts";
import { isProven } from "#db/auth-store/recent-proof.ts";
import { readSecondFactors } from "#db/auth-store/second-factors.ts";
import { listSignInChanges } from "#db/auth-store/sign-in-changes.ts";
import { pendingTotp } from "#db/auth-store/totp.ts";
import { currentDatabase } from "#db/connection.ts";
import { makeCodes } from "./_actions/make-codes.ts";
import { ChangesCard } from "./changes-card.tsx";
import { LinksCard } from "./links-card.tsx";
import { NeededNote } from "./needed-note.tsx";
import { PasskeyCard } from "./passkey-card.tsx";
import { ProveCard } from "./prove-card.tsx";
import { SecurityForm } from "./security-form.tsx";
import { ShownCodes } from "./shown-codes.tsx";
import { TotpCard } from "./totp-card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("security.title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SecurityPage({ searchParams }: Props) {
  const user = await requireUser("/account/security");
  const { for: workspace } = await searchParams;
  const [t, db] = [await requestTranslate(), currentDatabase()];
  const { hasTotp, passkeys, codesLeft } = readSecondFactors(db, user.id);
  const links = listLinks(db, user.id);
  const hasAny = hasTotp || passkeys > 0;
  const shown = { mayChange: isProven(db, user.sessionId, Date.now()), t };
  return (
    <>
      <PageHeader title={t("security.title")} text={t("security.text")} />
      {typeof workspace === "string" ? <NeededNote {...{ workspace, hasAny, t }} /> : null}
      <ShownCodes>
        {shown.mayChange ? null : <ProveCard hasPasskey={passkeys > 0} isLinked={links.length > 0} t={t} />}
        <TotpCard isOn={hasTotp} pending={shown.mayChange ? pendingTotp(db, user) : null} {...shown} />
        <PasskeyCard passkeys={listPasskeys(db, user.id)} {...shown} />
        {hasAny ? (
          <Card title={t("security.codes")} note={t("security.codes.left", { count: codesLeft })}>
            {shown.mayChange ? <SecurityForm action={makeCodes} submit={t("security.codes.make")} /> : null}
          </Card>
        ) : null}
        <LinksCard links={links} providers={listedProviders()} {...shown} />
        <ChangesCard changes={listSignInChanges(db, user.id)} t={t} />
      </ShownCodes>
    </>
  );
}
