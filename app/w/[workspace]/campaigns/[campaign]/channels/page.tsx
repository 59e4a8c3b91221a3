import type { Metadata } from "next";
import { analyse } from "#app/_server/analyse.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { frameNote } from "#app/w/_server/frame-note.ts";
import { NoEvents } from "#app/w/_server/no-events.tsx";
import type { CampaignPage, Dashboard } from "#app/w/_server/open-dashboard.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { ChannelBars } from "#components/dashboards/channel-bars.tsx";
import { ChannelBoard } from "#components/dashboards/channel-board.tsx";
import { ChannelTrends } from "#components/dashboards/channel-trends.tsx";
import { JumpMatrix } from "#components/dashboards/jump-matrix.tsx";
import { MoneyCard } from "#components/dashboards/money-card.tsx";
import { NothingHere } from "#components/dashboards/nothing-here.tsx";
import { ComparisonCard } from "#components/metrics/comparison-card.tsx";
import { sortBoard } from "#lib/answers/channels/sort-board.ts";
import { searchOf } from "#lib/query/search-of.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("channels.title") };
}

export default function ChannelsPage(page: CampaignPage) {
  return soonDashboard(page, content);
}

async function content({ scope, campaign, base, question, query, search, locale, t }: Dashboard) {
  if (question === null) return <NoEvents base={base} />;
  const { spend, currency } = campaign;
  const [{ now }, { now: money }, comparison] = await Promise.all([
    analyse(scope, "channels", { ...question, before: null, spend }),
    analyse(scope, "money", { ...question, before: null, spend }),
    analyse(scope, "comparison", question),
  ]);
  const { rows, sort } = sortBoard(now.rows, search.sort);
  const sortHref = (column: string) => {
    const address = searchOf(search);
    address.set("sort", column);
    return `${base}/channels?${address}`;
  };
  const note = `${t("channels.tool", { tool: t(`campaigns.tool.${campaign.tool}`) })}. ${frameNote({ query, zone: question.zone }, { locale, t })}`;
  const bar = <QuestionBar {...{ scope, campaign, base }} />;
  if (rows.length === 0) return <NothingHere bar={bar} t={t} />;
  return (
    <div className="space-y-6">
      {bar}
      <ChannelBoard board={{ ...now, rows }} {...{ sort, sortHref, note, currency, locale, t }} />
      <div className="grid gap-6 lg:grid-cols-2">
        <ChannelBars channels={now.rows} />
        <ChannelTrends channels={now.rows} clocks={now.clocks} grain={question.grain} zone={question.zone} />
      </div>
      <JumpMatrix channels={now.rows.map(({ channel }) => channel)} jumps={now.jumps} {...{ locale, t }} />
      <MoneyCard {...{ money, currency, locale, t }} />
      <ComparisonCard data={comparison.channels} locale={locale} t={t} />
      {comparison.variants.arms.length < 2 ? null : (
        <ComparisonCard data={comparison.variants} locale={locale} t={t} />
      )}
    </div>
  );
}
