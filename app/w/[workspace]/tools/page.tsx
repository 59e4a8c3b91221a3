import type { Metadata } from "next";
import { askWorkspace } from "#app/_answers/ask.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { ToolBoard } from "#components/dashboards/tool-board.tsx";
import { SegmentLinks } from "#components/layout/segment-links.tsx";
import { OrphanList } from "#components/metrics/orphan-banner.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("tools.title") };
}

export default async function ToolsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const scope = await currentScope((await params).workspace, "campaigns.read");
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const home = `/w/${encodeURIComponent(scope.workspaceSlug)}`;
  const answer = await askWorkspace(scope, "tools");
  const links = [
    { href: home, label: t("nav.campaigns") },
    { href: `${home}/tools`, label: t("nav.tools") },
  ];
  return (
    <>
      <SegmentLinks label={t("nav.campaigns")} links={links} />
      <PageHeader title={t("tools.title")} text={t("tools.text")} />
      <OrphanList campaigns={answer.tools.flatMap(({ campaigns }) => campaigns)} {...{ home, locale, t }} />
      <ToolBoard {...answer} {...{ home, locale, t }} />
    </>
  );
}
