import type { Metadata } from "next";
import Link from "next/link";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { LinkTable } from "#components/collect/link-table.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readCollection } from "#db/queries/collections/read-collection.ts";
import { listLinks } from "#db/queries/links/list-links.ts";
import { switchLink } from "./_actions/switch-link.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("collect.links.title") };
}

export default async function LinksPage({ params }: Props) {
  const { scope, campaign, base } = await currentCampaign(params);
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const path = `${base}/collect`;
  const mayManage = scope.permissions.has("collection.manage");
  const go = (href: string, text: string) =>
    mayManage ? (
      <Link href={href} className={buttonClass()}>
        {text}
      </Link>
    ) : undefined;
  if (readCollection(scope, { campaignId: campaign.id }) === null) {
    const text = t(mayManage ? "collect.start.text" : "collect.start.waiting");
    const action = go(`${path}/set-up`, t("collect.start.action"));
    return <EmptyState title={t("collect.start.title")} text={text} action={action} />;
  }
  const add = go(`${path}/new`, t("collect.links.new"));
  const links = listLinks(scope, { campaignId: campaign.id });
  if (links.length === 0)
    return (
      <EmptyState title={t("collect.links.empty.title")} text={t("collect.links.empty.text")} action={add} />
    );
  const pause = mayManage ? switchLink.bind(null, scope.workspaceSlug, path) : null;
  const bases = { base, qrBase: `/api${base}/links`, shortBase: `${process.env.BASE_URL ?? ""}/s/` };
  return (
    <>
      <PageHeader level={2} title={t("collect.links.title")} text={t("collect.links.text")} actions={add} />
      <LinkTable {...{ links, ...bases, pause, locale, t }} />
    </>
  );
}
