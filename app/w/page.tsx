import type { Metadata } from "next";
import { OwnShell } from "#app/_server/own-shell.tsx";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { requireUser } from "#app/_server/session.ts";
import { NewWorkspaceForm } from "#components/team/new-workspace-form.tsx";
import { WorkspaceList } from "#components/team/workspace-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { mayCreateWorkspaces } from "#db/auth-store/create-workspace.ts";
import { listWorkspacesOf } from "#db/auth-store/list-workspaces-of.ts";
import { currentDatabase } from "#db/connection.ts";
import { timeZones } from "#lib/time/time-zones.ts";
import { addWorkspace } from "./_server/add-workspace.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("team.workspaces") };
}

export default async function WorkspacesPage() {
  const { id } = await requireUser("/w");
  const t = await requestTranslate();
  const workspaces = listWorkspacesOf(currentDatabase(), id);
  return (
    <OwnShell width="max-w-2xl">
      <PageHeader title={t("team.workspaces")} text={t("team.workspaces.text")} />
      <div className="grid grid-cols-1 gap-6">
        {workspaces.length > 0 ? (
          <Card>
            <WorkspaceList workspaces={workspaces} t={t} />
          </Card>
        ) : (
          <EmptyState title={t("team.workspaces.none")} text={t("team.workspaces.noneText")} />
        )}
        {mayCreateWorkspaces(currentDatabase(), id) ? (
          <Card title={t("team.workspaces.new")}>
            <NewWorkspaceForm action={addWorkspace} zones={timeZones()} />
          </Card>
        ) : null}
      </div>
    </OwnShell>
  );
}
