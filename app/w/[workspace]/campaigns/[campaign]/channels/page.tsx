import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { ChannelNames } from "#app/w/_server/channel-names.tsx";
import { frameNote } from "#app/w/_server/frame-note.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { OrphanNote } from "#app/w/_server/orphan-note.tsx";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { ChannelBars } from "#components/charts/channel-bars.tsx";
import { ChannelBoard } from "#components/dashboards/channel-board.tsx";
import { ChannelTrends } from "#components/dashboards/channel-trends.tsx";
import { JumpMatrix } from "#components/dashboards/jump-matrix.tsx";
import { MoneyCard } from "#components/dashboards/money-card.tsx";
import { NothingHere } from "#components/dashboards/nothing-here.tsx";
import { ComparisonCard } from "#components/metrics/comparison-card.tsx";
import { OutcomesCard } from "#components/metrics/outcomes-card.tsx";
import { sortBoard } from "#lib/answers/channels/sort-board.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("channels.title") };
}

export default function ChannelsPage(page: CampaignPage) {
  return soonDashboard(page, content, undefined, true);
}

async function content(opened: AskedDashboard) {
  const { scope, campaign, base, question, ask, locale, t } = opened;
  const [board, { money, currency }, arms] = await Promise.all([ask("channels"), ask("money"), ask("arms")]);
  const { rows, sort } = sortBoard(board, question.options.sort);
  const sortHref = (column: string) => {
    const address = new URLSearchParams(opened.address);
    address.set("sort", column);
    return `${base}/channels?${address}`;
  };
  const note = `${t("channels.tool", { tool: t(`campaigns.tool.${campaign.tool}`) })}. ${frameNote({ query: opened.query, zone: question.zone }, { locale, t })}`;
  const names = board.rows.map(({ channel }) => channel);
  const bar = <QuestionBar {...{ scope, campaign, base }} hasSteps />;
  if (rows.length === 0) return <NothingHere bar={bar} t={t} />;
  return (
    <div className="space-y-6">
      {bar}
      <OrphanNote ask={ask} />
      <ChannelBoard board={{ ...board, rows }} {...{ sort, sortHref, note, currency, locale, t }} />
      <ChannelNames scope={scope} channels={board.rows} path={`${base}/channels`} />
      <div className="grid gap-6 lg:grid-cols-2">
        <ChannelBars channels={board.rows} />
        <ChannelTrends
          channels={board.rows}
          steps={board.steps}
          grain={question.grain}
          zone={question.zone}
        />
      </div>
      <JumpMatrix channels={names} jumps={board.jumps} {...{ locale, t }} />
      <MoneyCard {...{ money, currency, locale, t }} />
      {arms.channels.map((data) =>
        data.measure === "k" ? <ComparisonCard key="k" {...{ data, locale, t }} /> : null,
      )}
      <OutcomesCard comparisons={arms.channels} {...{ currency, locale, t }} />
    </div>
  );
}
