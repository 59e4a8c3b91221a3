import type { Metadata } from "next";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { Soon } from "#app/w/_server/soon.tsx";
import { PersonAssists } from "#components/sharers/person-assists.tsx";
import { PersonFacts } from "#components/sharers/person-facts.tsx";
import { PersonFigures } from "#components/sharers/person-figures.tsx";
import { PersonHeader } from "#components/sharers/person-header.tsx";
import { PersonLineage } from "#components/sharers/person-lineage.tsx";
import { PersonTimeline } from "#components/sharers/person-timeline.tsx";
import { openPerson } from "./open-person.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string; person: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("sharers.column.person") };
}

export default async function PersonPage({ params, searchParams }: Props) {
  return <Soon content={content(await openPerson(params, await searchParams))} bar={null} />;
}

async function content({ scope, base, ask }: Awaited<ReturnType<typeof openPerson>>) {
  const answer = await ask("person");
  // Forgotten between one look and the next.
  if (answer === null) return null;
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const shown = { base, zone: scope.zone, locale, t };
  return (
    <>
      <PersonHeader person={answer} {...shown} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <PersonFigures person={answer} row={answer.row} locale={locale} t={t} />
        {answer.row === null ? null : <PersonFacts row={answer.row} t={t} />}
        <PersonLineage shares={answer.shares} {...shown} />
        <PersonAssists assists={answer.assists} {...shown} />
        <PersonTimeline {...answer} {...shown} />
      </div>
    </>
  );
}
