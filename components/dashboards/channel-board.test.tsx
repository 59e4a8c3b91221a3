import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { ChannelBoard as Board } from "#lib/answers/channels/answer.ts";
import { sortBoard } from "#lib/answers/channels/sort-board.ts";
import { ANSWERS } from "#lib/answers/registry.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { translator } from "#lib/i18n/translator.ts";
import { ChannelBoard } from "./channel-board.tsx";

vi.mock("#components/charts/chart-frame.tsx", () => ({
  ChartFrame: ({ children }: { children: React.ReactNode }) => children,
}));
vi.mock("#components/query/filter-link.tsx", () => ({ FilterLink: ({ value }: { value: string }) => value }));

const { own, past, blank } = simulatedCampaigns();
const board = ANSWERS.channels(readerOfLog([own, past, blank]), questionTo(own, "", NOW));

/** The heads of the columns, that which sorts in brackets, and the whole. */
function shown(of: Board, wanted: string) {
  const { rows, sort } = sortBoard(of, wanted);
  const html = renderToStaticMarkup(
    <ChannelBoard
      board={{ ...of, rows }}
      sort={sort}
      sortHref={(column) => `?sort=${column}`}
      note=""
      currency="USD"
      locale="en"
      t={translator("en", messagesOf("en"))}
    />,
  );
  const heads = Array.from(html.matchAll(/<th\b([^>]*)>(.*?)<\/th>/gs), ([, attributes = "", text = ""]) => {
    const name = text.replaceAll(/<[^>]*>/g, "").replaceAll(/[↓↑ ]+$/g, "");
    return attributes.includes("aria-sort") ? `[${name}]` : name;
  });
  return { html, heads };
}

it("fits a screen: what is pooled stands in the cell of what it is of, and sorts its column", () => {
  const differ: Board = { ...board, pooling: { k: "differ", shareRate: "differ", conversionRate: "differ" } };
  const { heads, html } = shown(differ, "k");
  expect(heads.length).toBeLessThanOrEqual(9);
  expect(heads.filter((head) => head === "[K]")).toHaveLength(1);
  expect(html).toContain("pooled");
  expect(shown(differ, "kPooled").heads).toEqual(heads);
});

it("marks no column that ranks nothing", () => {
  const alike: Board = { ...board, pooling: { k: "alike", shareRate: "alike", conversionRate: "alike" } };
  expect(shown(alike, "k").heads.some((head) => head.startsWith("["))).toBe(false);
  expect(shown(alike, "people").heads).toContain("[People]");
});

it("shows no cost where there is none", () => {
  const costs = board.rows.some(({ costPerPerson }) => costPerPerson.value !== null);
  expect(costs).toBe(true);
  const free = board.rows.map((row) => ({ ...row, costPerPerson: { value: null, why: "empty" } as const }));
  expect(shown(board, "people").heads.length).toBe(
    shown({ ...board, rows: free }, "people").heads.length + 1,
  );
});
