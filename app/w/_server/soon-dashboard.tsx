import type { ComponentProps, ReactNode } from "react";
import { NoEvents } from "./no-events.tsx";
import { type AskedDashboard, type CampaignPage, openDashboard } from "./open-dashboard.ts";
import { QuestionBar } from "./question-bar.tsx";
import { Soon } from "./soon.tsx";

/**
 * A dashboard whose content may take long: the page stands with its question meanwhile. Before the campaign's first
 * event it says what to do next.
 * @param parts the pages behind the same tab
 * @param hasSteps the page shows steps of time of a length that may be chosen
 */
export async function soonDashboard(
  page: CampaignPage,
  content: (opened: AskedDashboard) => Promise<ReactNode>,
  parts?: ComponentProps<typeof QuestionBar>["parts"],
  hasSteps = false,
): Promise<ReactNode> {
  const { asked, ...opened } = await openDashboard(page);
  const { scope, campaign, base } = opened;
  if (asked === null) return <NoEvents base={base} />;
  const asks = { scope, campaign, base, hasSteps };
  const bar = <QuestionBar {...asks} {...(parts === undefined ? {} : { parts })} />;
  return <Soon content={content({ ...opened, ...asked })} bar={bar} />;
}
