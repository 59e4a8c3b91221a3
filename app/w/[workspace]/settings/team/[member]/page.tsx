import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { ConfirmForm } from "#components/forms/confirm-form.tsx";
import { MemberForm } from "#components/team/member-form.tsx";
import { TransferForm } from "#components/team/transfer-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listCampaignNames } from "#db/queries/campaigns/list-campaign-names.ts";
import { listMembers } from "#db/queries/team/list-members.ts";
import { changeRole } from "../_actions/change-role.ts";
import { remove } from "../_actions/remove.ts";
import { transfer } from "../_actions/transfer.ts";

interface Props {
  params: Promise<{ workspace: string; member: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("team.member") };
}

export default async function MemberPage({ params }: Props) {
  const { workspace, member: id } = await params;
  const scope = await currentScope(workspace, "team.manage");
  const member = listMembers(scope).find(({ userId }) => String(userId) === id);
  if (member === undefined || member.userId === scope.userId) notFound();
  const t = await requestTranslate();
  const campaigns = listCampaignNames(await currentScope(workspace, "campaigns.read"));
  const name = member.name ?? member.email;
  const { email, role } = member;
  const values = { email, role, campaigns: member.campaigns.map((one) => one.id).join() };
  const back = `/w/${encodeURIComponent(scope.workspaceSlug)}/settings/team`;
  return (
    <>
      <PageHeader title={name} text={member.name === null ? undefined : member.email} />
      <p className="mb-5 text-sm">
        <Link href={back} className="underline underline-offset-4">
          {t("team.back")}
        </Link>
      </p>
      <div className="grid max-w-2xl grid-cols-1 gap-6">
        <Card title={t("team.role")}>
          <MemberForm action={changeRole.bind(null, workspace, member.userId)} {...{ values, campaigns }} />
        </Card>
        <Card title={t("team.transfer.title")} note={t("team.transfer.text", { name })}>
          <TransferForm action={transfer.bind(null, workspace, member.userId)} />
        </Card>
        <Card title={t("team.remove.title")} note={t("team.remove.note")}>
          <ConfirmForm
            action={remove.bind(null, workspace, member.userId)}
            label={t("team.remove.label")}
            question={t("team.remove.question", { name })}
            text={t("team.remove.text")}
            yes={t("team.remove.yes")}
          />
        </Card>
      </div>
    </>
  );
}
