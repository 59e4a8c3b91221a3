import type { ComponentType } from "react";
import { prerender } from "react-dom/static";
import { describe, expect, test, vi } from "vitest";
import { answerHere } from "#app/_answers/testing/answer-here.ts";
import { TranslateProvider } from "#components/i18n/translate-provider.tsx";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import type { Tenants } from "#db/queries/testing/fill-tenants.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { REPORT_SECTIONS, type ReportLinkInput } from "#lib/access/report-link.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { GET } from "../../app/r/[token]/csv/[section]/route.ts";
import ReportPage, { generateMetadata } from "../../app/r/[token]/page.tsx";

const request = vi.hoisted(() => ({ jar: new Map<string, string>(), db: undefined as unknown }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: (name: string) => request.jar.get(name) }),
}));
vi.mock("#db/connection.ts", () => ({ currentDatabase: () => request.db }));

const LINK: ReportLinkInput = {
  name: "for the client",
  notes: null,
  sections: [...REPORT_SECTIONS],
  dateMode: "free",
  fromDay: null,
  toDay: null,
  expiresOn: null,
  aliases: true,
  csv: true,
  previewCard: false,
  locale: null,
  theme: "light",
  embedOrigins: [],
};
const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";

function open(
  tenants: Tenants,
  more: Partial<ReportLinkInput> = {},
  passwordHash: string | null = null,
): string {
  request.db = tenants.db;
  answerHere(tenants.db);
  return createReportLink(tenants.owner, {
    campaignId: 1,
    input: { ...LINK, ...more },
    passwordHash,
    now: 0,
  });
}

async function page(token: string, search: object = {}): Promise<string> {
  const Page: ComponentType<Parameters<typeof ReportPage>[0]> = ReportPage;
  const faults: unknown[] = [];
  const { prelude } = await prerender(
    <TranslateProvider locale="en" messages={messagesOf("en")}>
      <Page params={Promise.resolve({ token })} searchParams={Promise.resolve(search)} />
    </TranslateProvider>,
    { onError: (fault) => void faults.push(fault) },
  );
  const html = await new Response(prelude).text();
  for (const fault of faults) throw fault;
  return html;
}

async function file(token: string, section: string): Promise<Response> {
  const address = new Request(`http://intishar.test/r/${token}/csv/${section}`);
  return GET(address, { params: Promise.resolve({ token, section }) });
}

async function digestOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "opened";
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

/** The headings of a page, which name its sections. */
const headings = (html: string) => [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, text]) => text);

describe("a report", () => {
  test.each(REPORT_SECTIONS)("that shows %s alone shows and offers no other section", async (section) => {
    const tenants = plantTenants();
    const whole = headings(await page(open(tenants)));
    const token = open(tenants, { name: "narrow", sections: [section] });
    const shown = headings(await page(token));
    expect(whole.length).toBeGreaterThan(shown.length);
    expect(shown.every((heading) => whole.includes(heading))).toBe(true);
    const others = REPORT_SECTIONS.filter((other) => other !== section);
    const all = await page(open(tenants, { name: "rest", sections: others }));
    expect(headings(all).filter((heading) => shown.includes(heading))).toEqual([]);
    expect((await file(token, section)).status).toBe(200);
    for (const other of others) expect((await file(token, other)).status, other).toBe(404);
  });

  test("under aliases names neither a person nor a code, no key, no account and nothing of another campaign", async () => {
    const tenants = plantTenants();
    const other = { description: null, startsOn: null, endsOn: null, spend: null, currency: null };
    const rest = { tool: "app", audience: null, audiencePlan: null, goal: null } as const;
    createCampaign(tenants.owner, { input: { ...other, ...rest, name: "another-campaign" }, now: 1 });
    const secrets = [
      ...[
        "canary-person",
        "canary-code",
        "canary-branch",
        "common-0",
        "ipk_",
        "@example",
        "another-campaign",
      ],
      ...["canary-key", "canary-segment", "canary-raw", "canary-report", "/w/w1"],
    ];
    const token = open(tenants);
    const texts = [await page(token)];
    for (const section of REPORT_SECTIONS) texts.push(await (await file(token, section)).text());
    for (const text of texts) for (const secret of secrets) expect(text.includes(secret), secret).toBe(false);
    expect(texts[0]).toContain("canary-A");
    // Without aliases the carriers of cascades are named, so that the words above would be found.
    const named = open(tenants, { name: "named", aliases: false });
    expect((await page(named)).includes("canary-code")).toBe(true);
  });

  test("asks for its password and says nothing until it has it", async () => {
    const tenants = plantTenants();
    const token = open(tenants, {}, await hashPassword("correct horse"));
    expect(await page(token)).not.toMatch(/canary|\b37\b/);
    for (const section of REPORT_SECTIONS) expect((await file(token, section)).status).toBe(404);
    expect(await page(open(tenants, { name: "open" }))).toMatch(/canary-A/);
  });

  test("tells its campaign's name to previews only where its owner said so", async () => {
    const tenants = plantTenants();
    const title = async (token: string) =>
      (await generateMetadata({ params: Promise.resolve({ token }), searchParams: Promise.resolve({}) }))
        .title;
    expect(await title(open(tenants))).not.toBe("canary-A");
    expect(await title(open(tenants, { name: "card", previewCard: true }))).toBe("canary-A");
  });

  test("shows no other days than its own, and is the same 404 for whatever is no link", async () => {
    const tenants = plantTenants();
    const token = open(tenants, { dateMode: "bounded", fromDay: "1970-01-01", toDay: "1970-01-02" });
    expect(await digestOf(() => page(token, { from: "1970-01-01", to: "1970-01-02" }))).toBe("opened");
    for (const search of [{ from: "1969-12-31" }, { to: "1970-01-03" }, { from: "never" }])
      expect(await digestOf(() => page(token, search))).toBe(NOT_FOUND);
    for (const wrong of [
      "",
      "[token]",
      ":token",
      `${token}x`,
      token.slice(1),
      token.toUpperCase(),
      "\0",
      "ipk_canary",
    ])
      expect(await digestOf(() => page(wrong)), wrong).toBe(NOT_FOUND);
  });
});
