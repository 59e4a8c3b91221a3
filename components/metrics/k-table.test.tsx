import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Estimate } from "#lib/domain/estimate.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { translator } from "#lib/i18n/translator.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { KTable } from "./k-table.tsx";

const t = translator("en", messagesOf("en"));
const WATCHED: Estimate = { value: 0.5, low: 0.3, high: 0.8 };
const YOUNG: Estimate = { ...WATCHED, note: "shortened-horizon", within: 3 * HOUR };
const SUSTAINS: Estimate = { value: 1.6, low: 1.2, high: 2.1, within: 3 * HOUR };

/** How many lines at 1 are drawn, and whether the head of the scale has one. */
function marks(ks: readonly Estimate[], isEarly = false) {
  const rows = ks.map((k, i) => ({ name: `row ${i}`, counts: [1], k }));
  const html = renderToStaticMarkup(
    <KTable head={["name", "shares"]} rows={rows} isEarly={isEarly} locale="en" t={t} />,
  );
  return [html.split("w-px bg-slate-400").length - 1, />1<\/span>/.test(html)];
}

describe("a table of K", () => {
  it("draws a line at 1 for each that may be held against it", () => {
    expect(marks([WATCHED, WATCHED])).toEqual([2, true]);
    expect(marks([WATCHED, SUSTAINS])).toEqual([2, true]);
  });

  it("draws none where K was not watched to its horizon", () => {
    expect(marks([YOUNG, WATCHED])).toEqual([1, true]);
    expect(marks([YOUNG, YOUNG])).toEqual([0, false]);
  });

  it("draws none of K so far while the campaign is too young", () => {
    expect(marks([WATCHED, SUSTAINS], true)).toEqual([0, false]);
  });
});
