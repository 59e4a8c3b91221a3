import type { Metadata } from "next";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { CascadeList } from "#components/cascade/cascade-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { parseCascadeFilter } from "#lib/cascade/parse-cascade-filter.ts";
import { readCascadesPage } from "./read-cascades-page.ts";

interface CascadesPageProps {
  readonly params: Promise<{ workspace: string; campaign: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("cascades.list.title") };
}

export default async function CascadesPage({ params, searchParams }: CascadesPageProps) {
  const address = await params;
  const filter = parseCascadeFilter(await searchParams);
  const { list, zone } = await readCascadesPage(address, filter);
  const [t, locale] = [await requestTranslate(), await requestLocale()];
  const home = `/w/${address.workspace}/campaigns/${address.campaign}`;
  return (
    <>
      <PageHeader level={2} title={t("cascades.list.title")} text={t("cascades.list.text")} />
      <CascadeList
        list={list}
        filter={filter}
        path={`${home}/cascades`}
        importHref={`${home}/import`}
        zone={zone}
        locale={locale}
        t={t}
      />
    </>
  );
}
