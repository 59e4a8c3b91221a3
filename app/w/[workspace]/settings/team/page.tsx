import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { InvitationTable } from "#components/team/invitation-table.tsx";
import { InviteForm } from "#components/team/invite-form.tsx";
import { MemberTable } from "#components/team/member-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listCampaignNames } from "#db/queries/campaigns/list-campaign-names.ts";
import { listInvitations } from "#db/queries/team/list-invitations.ts";
import { listMembers } from "#db/queries/team/list-members.ts";
import { invite } from "./_actions/invite.ts";
import { revoke } from "./_actions/revoke.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("team.title") };
}

export default async function TeamPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const scope = await currentScope(workspace, "team.manage");
  const campaigns = listCampaignNames(await currentScope(workspace, "campaigns.read"));
  const shown = { locale: await requestLocale(), zone: scope.zone, t: await requestTranslate() };
  const { t } = shown;
  const invitations = listInvitations(scope, { now: Date.now() });
  const path = `/w/${encodeURIComponent(scope.workspaceSlug)}/settings/team`;
  return (
    <>
      <PageHeader title={t("team.title")} text={t("team.text")} />
      <div className="grid grid-cols-1 gap-6">
        <Card title={t("team.members")}>
          <MemberTable {...shown} members={listMembers(scope)} oneself={scope.userId} path={path} />
        </Card>
        <Card title={t("team.invite.title")} note={t("team.invite.text")}>
          <InviteForm action={invite.bind(null, workspace)} campaigns={campaigns} />
        </Card>
        {invitations.length > 0 ? (
          <Card title={t("team.invitations")}>
            <InvitationTable {...shown} invitations={invitations} revoke={revoke.bind(null, workspace)} />
          </Card>
        ) : null}
      </div>
    </>
  );
}
