import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { TranslateProvider } from "#components/i18n/translate-provider.tsx";
import { en } from "#lib/i18n/messages/en.ts";
import { INITIAL_QUERY } from "#lib/query/query.ts";
import { GrainMenu } from "./grain-menu.tsx";

const asked = vi.hoisted(() => ({ query: {} as object }));
vi.mock("./use-query.ts", () => ({ useQuery: () => ({ query: asked.query, ask: () => undefined }) }));

/** What the button says, and what it is called. */
function button(hasSteps: boolean, query: object = INITIAL_QUERY): string {
  asked.query = query;
  return renderToStaticMarkup(
    <TranslateProvider locale="en" messages={en}>
      <GrainMenu zone="Asia/Riyadh" hasSteps={hasSteps} />
    </TranslateProvider>,
  );
}

it("offers steps of time where a page has such", () => {
  expect(button(true)).toContain(en["query.grain.auto"]);
  expect(button(true, { ...INITIAL_QUERY, grain: "week" })).toContain(en["query.grain.week"]);
});

it("offers the zone alone where the length of a step would change nothing", () => {
  const html = button(false, { ...INITIAL_QUERY, grain: "week" });
  expect(html).toContain("Asia/Riyadh");
  expect(html).toContain(en["query.zone"]);
  expect(html).not.toContain(en["query.grain.week"]);
  expect(button(false, { ...INITIAL_QUERY, zone: "UTC" })).toContain(">UTC<");
});
