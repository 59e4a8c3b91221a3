import type { Metadata } from "next";
import Link from "next/link";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { CascadeExplorer } from "#components/cascade/cascade-explorer.tsx";
import { CascadeFigures } from "#components/cascade/cascade-figures.tsx";
import { CascadeHeader } from "#components/cascade/cascade-header.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { readCascadePage } from "./read-cascade-page.ts";

interface CascadePageProps {
  readonly params: Promise<{ workspace: string; campaign: string; root: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("cascades.list.title") };
}

export default async function CascadePage({ params }: CascadePageProps) {
  const address = await params;
  const { cascade, shares, zone } = await readCascadePage(address);
  const [t, locale] = [await requestTranslate(), await requestLocale()];
  const list = `/w/${address.workspace}/campaigns/${address.campaign}/cascades`;
  return (
    <>
      <CascadeHeader cascade={cascade} zone={zone} listHref={list} locale={locale} t={t} />
      <div className="space-y-6">
        <CascadeFigures cascade={cascade} shares={shares} locale={locale} t={t} />
        {cascade.size > 1 ? (
          <CascadeExplorer shares={shares} zone={zone} />
        ) : (
          <EmptyState
            title={t("cascades.single.title")}
            text={t("cascades.single.text")}
            action={
              <Link href={list} className={buttonClass("secondary")}>
                {t("cascades.single.action")}
              </Link>
            }
          />
        )}
      </div>
    </>
  );
}
