import { readFileSync } from "node:fs";
import { type Browser, expect } from "@playwright/test";
import { addMember } from "#e2e/add-member.ts";
import { test } from "#e2e/fixtures.ts";
import { type Account, ownerAccount } from "#e2e/owner-account.ts";
import type { RunningApp } from "#e2e/serve.ts";
import { signIn } from "#e2e/sign-in.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const MANIFEST = new URL("../../.next/server/server-reference-manifest.json", import.meta.url).pathname;

interface Manifest {
  readonly node: Readonly<Record<string, { readonly exportedName: string }>>;
}

const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

/** Bodies of an action as the framework would send them, or nearly. */
const TEXTS = [
  ...[
    "[]",
    "null",
    "1",
    '""',
    "{}",
    "[null]",
    "[1,2,3,4,5]",
    '["w1","x","/",{}]',
    "[[],[],[],[]]",
    "[{}]",
    "[",
  ],
  ...[
    "",
    "nonsense",
    '["$K1"]',
    '["$T","$T","$T","$T"]',
    '["$F1"]',
    '["$@1"]',
    '["$Q1"]',
    '["$n9"]',
    '["$L1"]',
  ],
  ...[deep(20_000), `[${nested(5000)}]`, JSON.stringify(["a".repeat(200_000)]), '["\\ud800",1,null,{}]'],
  ...[
    `["$n${"9".repeat(100_000)}"]`,
    '["$1"]',
    '["$undefined"]',
    '["$D2026"]',
    '["$NaN",1,"/"]',
    '{"then":1}',
  ],
  '[{"workspace":"w1","campaign":"1","importId":99999,"step":"undo"},null,null]',
];

const FORMS: readonly (readonly (readonly [string, string])[])[] = [
  [],
  [["0", "[]"]],
  [["0", '["$K1"]']],
  [
    ["_1_note", "1"],
    ["0", '["$SLUG",1,null,"$K1"]'],
  ],
  [
    ["_1_name", "\u0000"],
    ["0", '["$SLUG",1,"/",null,"$K1"]'],
  ],
  [["0", '["$SLUG",1,"$1"]']],
  [["0", '[{"workspace":"$SLUG","campaign":"1","importId":99999,"step":"undo"},null,"$K1"]']],
];

const MULTIPART = "multipart/form-data; boundary=x";
const BROKEN: readonly (readonly [type: string, body: string])[] = [
  [MULTIPART, ""],
  [MULTIPART, "--x"],
  [MULTIPART, '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K1"]'],
  [MULTIPART, "--x\r\nnonsense\r\n\r\n\r\n--x--\r\n"],
  ["multipart/form-data", "--x--"],
  ["application/x-www-form-urlencoded", "0=[]"],
];

async function cookiesOf(browser: Browser, app: RunningApp, account: Account | null): Promise<string> {
  if (account === null) return "";
  const context = await browser.newContext();
  await signIn(await context.newPage(), app.url, account);
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

function linesBesideTheLog(app: RunningApp): string[] {
  return app
    .output()
    .split("\n")
    .filter((line) => line !== "" && !/^\{"time":.*\}$/.test(line));
}

async function statusOf(url: string, more: RequestInit): Promise<number> {
  const answer = await fetch(url, { redirect: "manual", ...more });
  expect(answer.headers.get("location") ?? "").not.toMatch(/blob:/);
  await answer.body?.cancel();
  return answer.status;
}

test("whatever anybody sends to an action is answered, and never as a failure of ours", async ({
  app,
  campaign,
  browser,
}) => {
  test.setTimeout(10 * MINUTE);
  const [, slug = ""] = /\/w\/([^/]+)/.exec(campaign) ?? [];
  const actions: Manifest = JSON.parse(readFileSync(MANIFEST, "utf8"));
  expect(Object.keys(actions.node).length).toBeGreaterThan(20);
  const pages = ["/sign-in", new URL(campaign).pathname];
  const failures: string[] = [];
  let network = 0;
  const send = async (
    what: string,
    path: string,
    more: RequestInit & { headers: Record<string, string> },
  ) => {
    // Each from a network of its own: from one, most would be told to come back later.
    network += 1;
    const headers = { ...more.headers, "X-Forwarded-For": `10.${network >> 8}.${network & 255}.1` };
    const status = await statusOf(`${app.url}${path}`, { method: "POST", ...more, headers });
    if (status === 429) failures.push(`${status} ${what}`);
    if (status >= 500) failures.push(`${status} ${what}`);
  };
  const viewer = await addMember(app, { role: "viewer" });
  for (const account of [null, viewer, ownerAccount]) {
    const Cookie = await cookiesOf(browser, app, account);
    for (const [id, { exportedName }] of Object.entries(actions.node)) {
      // Signed out, the others' sessions would be no more.
      if (account !== null && /^(signOut|endO)/.test(exportedName)) continue;
      const headers = { Cookie, Origin: app.url, "Next-Action": id };
      const [path = ""] = account === null ? pages : pages.slice(1);
      const told = (body: string) => `${account?.email} ${exportedName} ${body.slice(0, 60)}`;
      for (const body of TEXTS)
        await send(told(body), path, { body, headers: { ...headers, "Content-Type": "text/plain" } });
      for (const fields of FORMS) {
        const body = new FormData();
        for (const [name, value] of fields) body.append(name, value.replace("$SLUG", slug));
        await send(told(JSON.stringify(fields)), path, { body, headers });
      }
      for (const [type, body] of BROKEN)
        await send(told(type + body), path, { body, headers: { ...headers, "Content-Type": type } });
    }
    for (const id of ["", "x", "0".repeat(42), "\u00e9", "a".repeat(4000)])
      await send(`action ${id.slice(0, 9)}`, pages[0] ?? "", {
        body: "[]",
        headers: { Cookie, Origin: app.url, "Next-Action": id, "Content-Type": "text/plain" },
      });
  }
  expect(failures).toEqual([]);
  expect(linesBesideTheLog(app)).toEqual([
    expect.stringMatching(/^Intishar is ready/),
    expect.stringMatching(/^Create the first account/),
  ]);
});

test("an action works from another page and by another name of this machine", async ({ app }) => {
  const actions: Manifest = JSON.parse(readFileSync(MANIFEST, "utf8"));
  const idOf = (name: string) =>
    Object.entries(actions.node).find(([, { exportedName }]) => exportedName === name)?.[0] ?? "";
  const local = app.url.replace("localhost", "127.0.0.1");
  const call = async (url: string, origin: string, name: string, body: BodyInit) => {
    const headers = { Origin: origin, "Next-Action": idOf(name) };
    const answer = await fetch(`${url}/sign-in`, { method: "POST", body, headers });
    return { status: answer.status, cookies: answer.headers.getSetCookie(), text: await answer.text() };
  };
  const form = new FormData();
  form.append("_1_theme", "dark");
  form.append("0", '["$K1"]');
  for (const url of [app.url, local]) {
    for (const origin of [app.url, local]) {
      // No page of signing in holds it: the framework passes it on to the page that does.
      const elsewhere = await call(url, origin, "submitSetUp", '["none",null,"$K1"]');
      expect(elsewhere.status, `${origin} at ${url}`).toBeLessThan(500);
      expect(elsewhere.text).toContain("NEXT_HTTP_ERROR_FALLBACK;404");
      const here = await call(url, origin, "chooseTheme", form);
      expect([here.status, here.cookies.length], `${origin} at ${url}`).toEqual([200, 1]);
    }
  }
  expect((await call(app.url, "http://evil.test", "chooseTheme", form)).status).toBe(403);
});
