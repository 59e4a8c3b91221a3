import type { Metadata } from "next";
import Link from "next/link";
import { bindAsk } from "#app/_answers/ask.ts";
import { readQuestion } from "#app/_answers/read-question.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { OrphanNote } from "#app/w/_server/orphan-note.tsx";
import { CascadeHeader } from "#components/cascade/cascade-header.tsx";
import { CascadeExplorer } from "#components/cascade/explorer/cascade-explorer.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { askedState } from "#lib/explorer/asked-state.ts";
import { parseExplorerState } from "#lib/explorer/parse-explorer-state.ts";
import { askedOf } from "#lib/query/asked-of.ts";
import { searchOf } from "#lib/query/search-of.ts";
import { readCascadePage } from "./read-cascade-page.ts";

interface CascadePageProps {
  readonly params: Promise<{ workspace: string; campaign: string; root: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("cascades.list.title") };
}

export default async function CascadePage({ params, searchParams }: CascadePageProps) {
  const address = await params;
  const { scope, cascade, ...read } = await readCascadePage(address);
  const { zone } = scope;
  const search = await searchParams;
  const { query, question } = readQuestion(scope, { id: Number(address.campaign) }, searchOf(search));
  const own = parseExplorerState(searchOf(search));
  const initial = question === null ? own : askedState(own, query, question);
  const [t, locale] = [await requestTranslate(), await requestLocale()];
  const base = `/w/${address.workspace}/campaigns/${address.campaign}`;
  const asked = askedOf(search);
  const list = `${base}/cascades${asked === "" ? "" : `?${asked}`}`;
  return (
    <>
      <CascadeHeader cascade={cascade} zone={zone} listHref={list} locale={locale} t={t} />
      <OrphanNote ask={question === null ? null : bindAsk(scope, question)} />
      <div className="space-y-6">
        {cascade.size > 1 ? (
          <CascadeExplorer zone={zone} initial={initial} base={base} {...read} />
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
