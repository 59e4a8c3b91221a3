import type { ComponentProps, ReactNode } from "react";
import { type CampaignPage, type Dashboard, openDashboard } from "./open-dashboard.ts";
import { QuestionBar } from "./question-bar.tsx";
import { Soon } from "./soon.tsx";

/**
 * A dashboard whose content may take long: the page stands with its question meanwhile.
 * @param parts the pages behind the same tab
 */
export async function soonDashboard(
  page: CampaignPage,
  content: (opened: Dashboard) => Promise<ReactNode>,
  parts?: ComponentProps<typeof QuestionBar>["parts"],
): Promise<ReactNode> {
  const opened = await openDashboard(page);
  const { scope, campaign, base } = opened;
  const bar = <QuestionBar {...{ scope, campaign, base }} {...(parts === undefined ? {} : { parts })} />;
  return <Soon content={content(opened)} bar={bar} />;
}
