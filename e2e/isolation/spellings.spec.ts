import { existsSync } from "node:fs";
import { request as ask } from "node:http";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { noteProbes, sized } from "#lib/testing/sized.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { addressOf, POLICY } from "./route-policy.ts";
import { startTenants } from "./start-tenants.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const CONNECTIONS = 8;

type Headers = Readonly<Record<string, string>>;

/** Ways to write an address that something between might take for another. */
const SPELLINGS: readonly ((path: string) => string)[] = [
  (path) => path,
  (path) => `/${path}`,
  (path) => `${path}/`,
  (path) => `${path}.rsc`,
  (path) => `${path}.json`,
  (path) => `${path}.segments/_tree.segment.rsc`,
  (path) => `${path}.prefetch.rsc`,
  (path) => `${path};.js`,
  (path) => `${path}/x.css`,
  (path) => `${path}%2f`,
  (path) => `${path}%00`,
  (path) => `${path}?_rsc=1`,
  (path) => `${path}?nxtPworkspace=w1&nxtPcampaign=1`,
  (path) => `${path}?__nextDataReq=1&__nextLocale=en`,
  (path) => `/_next/..${path}`,
  (path) => `/_next/data/x${path}.json`,
  (path) => `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75`,
  (path) => `/x/..${path}`,
  (path) => `/./${path.slice(1)}`,
  (path) => path.replace("/w/", "/%77/"),
  (path) => path.replace("/w/", "/W/"),
  (path) => path.replaceAll("/", "%2f"),
  (path) => path.replaceAll("/", "\\"),
  (path) => path.replace("w1", "w3/../w1"),
  (path) => path.replace("w1", "w3%2f..%2fw1"),
  (path) => path.replace("w1", "w1%20"),
  (path) => path.replace("w1", "W1"),
  (path) => `${path}?workspace=w1&workspaceSlug=w1&userId=1`,
  (path) => `${path}#`,
];

const HEADERS: readonly Headers[] = [
  {},
  { RSC: "1" },
  { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
  { RSC: "1", "Next-Router-State-Tree": encodeURIComponent('["",{"children":["w",{}]}]') },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest": "src/middleware" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-invoke": "1", "x-invoke-path": "/w/w1", "x-invoke-status": "200" },
  { "x-middleware-rewrite": "/w/w1", "x-middleware-next": "1" },
  { "x-nextjs-data": "1" },
  { "x-matched-path": "/w/w1" },
  { "x-now-route-matches": "1=w1" },
  { "x-rewrite-url": "/w/w1", "x-original-url": "/w/w1" },
  { "x-forwarded-host": "localhost", "x-forwarded-proto": "https" },
  { "x-http-method-override": "GET", "x-forwarded-user": "w1@example.org" },
  { Authorization: "Bearer ipk_canary" },
  { "x-intishar-notices": "backup-overdue", "x-prerender-revalidate": "1" },
  { Purpose: "prefetch", "Sec-Purpose": "prefetch" },
];

/** An answer to a path as it is written, which a browser or `fetch` would tidy. */
function get(
  url: string,
  path: string,
  headers: Headers,
): Promise<{ status: number; text: string; cache: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(url);
    const sent = ask(
      { hostname, port, path, headers: { Host: host, ...headers }, agent: false },
      (answer) => {
        let text = "";
        const { statusCode: status = 0, headers: said } = answer;
        const done = () => resolve({ status, text, cache: said["cache-control"] ?? "" });
        if (said["content-type"] === "text/event-stream") {
          done();
          answer.destroy();
          return;
        }
        answer.setEncoding("utf8").on("data", (piece) => {
          text += piece;
        });
        answer.on("end", done).on("error", reject);
      },
    );
    sent.on("error", reject).setTimeout(30_000, () => sent.destroy(new Error(`${path} was not answered`)));
    sent.end();
  });
}

async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
    }),
  );
}

const OF_A_WORKSPACE = Object.keys(POLICY).filter((pattern) => pattern.includes("[workspace]"));

test("no spelling of an address and no header opens what a page keeps to its own", async () => {
  test.setTimeout(sized(5, 40) * MINUTE);
  // Nothing stands before the pages that could be gone round.
  for (const name of ["proxy", "middleware", "src/proxy", "src/middleware", "app/proxy", "app/middleware"])
    for (const ending of [".ts", ".js", ".tsx", ".mjs"])
      expect(existsSync(join(ROOT, name + ending))).toBe(false);
  const { app, tenants, cookieOf, stop } = await startTenants();
  try {
    const cookie = async (userId: number | null) => {
      const { name, value } = await cookieOf(userId ?? 0);
      return { Cookie: `${name}=${value}` };
    };
    const owner = await cookie(tenants.owner.userId);
    const others: readonly (readonly [string, Headers])[] = [
      ["namesake", await cookie(tenants.namesake.userId)],
      ["nobody", {}],
    ];
    const patterns = OF_A_WORKSPACE.filter((_, n) => sized(n % 6, 0) === 0);
    const paths = patterns.map((pattern) => addressOf(pattern, "w1"));
    const whole = paths.flatMap((path) =>
      others.flatMap(([who, signedIn]) => [
        ...SPELLINGS.map((spelling) => ({ who, path: spelling(path), headers: signedIn })),
        ...HEADERS.map((more) => ({ who, path, headers: { ...more, ...signedIn } })),
        ...(sized(0, 1) === 0
          ? []
          : SPELLINGS.flatMap((spelling) =>
              HEADERS.slice(1).map((more) => ({
                who,
                path: spelling(path),
                headers: { ...more, ...signedIn },
              })),
            )),
      ]),
    );
    const faults: string[] = [];
    let network = 0;
    await each(whole, async ({ who, path, headers }) => {
      network += 1;
      const from = { "X-Forwarded-For": `10.${(network >> 8) & 255}.${network & 255}.1` };
      const { status, text } = await get(app.url, path, { ...headers, ...from });
      if (/canary/.test(text)) faults.push(`${who} sees ${path} by ${JSON.stringify(headers)}`);
      if (status >= 500) faults.push(`${status} ${who} ${path} ${JSON.stringify(headers)}`);
    });
    expect(faults).toEqual([]);
    expect(whole.length).toBeGreaterThan(700);
    // The owner sees the canaries that nobody else saw, by plain addresses and by those headers.
    let seen = 0;
    await each(paths, async (path) => {
      for (const more of HEADERS.slice(0, 3))
        if (/canary/.test((await get(app.url, path, { ...owner, ...more })).text)) seen += 1;
    });
    expect(seen).toBeGreaterThan(paths.length / 2);
    noteProbes(26, whole.length);
  } finally {
    await stop();
  }
});

test("a cache between us and two people gives neither what the other saw", async () => {
  test.setTimeout(3 * MINUTE);
  const { app, tenants, cookieOf, stop } = await startTenants();
  try {
    const kept = new Map<string, string>();
    /** Keeps whatever it is not told to leave alone, by its address and nothing else. */
    const throughCache = async (path: string, headers: Headers) => {
      const known = kept.get(path);
      if (known !== undefined) return known;
      const { status, text, cache } = await get(app.url, path, headers);
      if (status === 200 && !/no-store|private/.test(cache)) kept.set(path, text);
      return text;
    };
    const { name, value } = await cookieOf(tenants.owner.userId ?? 0);
    const paths = OF_A_WORKSPACE.map((pattern) => addressOf(pattern, "w1")).flatMap((path) => [
      path,
      `${path}?_rsc=1`,
      `${path}/x.css`,
      `${path};.js`,
    ]);
    let seen = 0;
    await each(paths, async (path) => {
      const headers = path.includes("_rsc") ? { RSC: "1" } : {};
      const own = await throughCache(path, { ...headers, Cookie: `${name}=${value}` });
      if (/canary/.test(own)) seen += 1;
      expect(await throughCache(path, headers), path).not.toMatch(/canary/);
    });
    expect(seen).toBeGreaterThan(20);
    expect([...kept.values()].filter((text) => /canary/.test(text))).toEqual([]);
    // What is the same for everybody may be kept.
    const page = await get(app.url, "/sign-in", {});
    const script = /\/_next\/static\/[^"]+\.js/.exec(page.text)?.[0] ?? "";
    expect((await get(app.url, script, {})).cache).toMatch(/immutable/);
    noteProbes(11, paths.length);
  } finally {
    await stop();
  }
});
