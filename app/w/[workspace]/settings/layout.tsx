import type { ReactNode } from "react";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { TabLinks } from "#components/layout/tab-links.tsx";

export default async function SettingsLayout(props: {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}) {
  const { workspaceSlug } = await currentScope((await props.params).workspace, "workspace.manage");
  const t = await requestTranslate();
  const settings = `/w/${encodeURIComponent(workspaceSlug)}/settings`;
  return (
    <>
      <TabLinks
        label={t("nav.settings")}
        tabs={[
          { href: `${settings}/team`, label: t("team.title"), also: [`${settings}/team`] },
          { href: `${settings}/security`, label: t("security.rule.title") },
          { href: `${settings}/backups`, label: t("nav.backups") },
        ]}
      />
      {props.children}
    </>
  );
}
