import { describe, expect, it } from "vitest";
import { startCollector } from "#app/_front/collector/testing/start-collector.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import type { Handler } from "#app/_front/front.ts";
import { ProxyWatch } from "#app/_front/proxy-watch.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";
import { NOTICES_HEADER } from "#lib/domain/notice.ts";
import { seededRandom } from "#lib/stats/random.ts";

const VISITOR = "198.51.100.1";

function watch(trusted: readonly string[] = [], protocol: "http" | "https" = "http") {
  const failures: Failure[] = [];
  const proxies = new ProxyWatch({ trusted, protocol, log: (failure) => void failures.push(failure) });
  const ask = (peer: string, headers: Record<string, string> = {}) =>
    proxies.callerOf(peer, {
      ...{ method: "GET", target: "/", path: "/" },
      headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])),
    });
  return { proxies, failures, ask };
}

describe("a caller", () => {
  const forwarded = { "x-forwarded-for": `1.1.1.1, ${VISITOR}` };
  it.each<[string, string, Record<string, string>, [string, string, string], boolean]>([
    ["behind a listed proxy", "10.1.2.3", forwarded, [VISITOR, VISITOR, VISITOR], false],
    ["who speaks for themselves", "203.0.113.7", {}, ["203.0.113.7", "203.0.113.7", "203.0.113.7"], false],
    ["on this machine", "127.0.0.1", {}, ["127.0.0.1", "127.0.0.1", "127.0.0.1"], false],
    ["behind a proxy on this machine", "::1", forwarded, ["::1", VISITOR, VISITOR], true],
    ["behind a container's", "::ffff:172.18.0.1", forwarded, ["172.18.0.1", VISITOR, VISITOR], true],
    [
      "behind one that uses X-Real-IP",
      "fd00::2",
      { "x-real-ip": VISITOR },
      ["fd00::2", VISITOR, VISITOR],
      true,
    ],
    ["behind one that tells nothing", "192.168.1.1", { via: "1.1 caddy" }, ["192.168.1.1", "", ""], true],
    [
      "behind one that tells nonsense",
      "127.0.0.1",
      { "x-forwarded-for": "unknown" },
      ["127.0.0.1", "", ""],
      true,
    ],
    [
      "behind one that uses Forwarded",
      "10.9.9.9",
      { forwarded: `for=1.1.1.1, for="${VISITOR}:4711";proto=https` },
      ["10.9.9.9", VISITOR, VISITOR],
      true,
    ],
    [
      "behind one that uses Forwarded on IPv6",
      "::1",
      { forwarded: 'By=x;For="[2001:db8::7]:80"' },
      ["::1", "2001:db8::7", "2001:db8::7"],
      true,
    ],
    [
      "behind a tunnel",
      "127.0.0.1",
      { "cf-connecting-ip": VISITOR, "cf-ray": "1" },
      ["127.0.0.1", VISITOR, VISITOR],
      true,
    ],
    [
      "behind one that hides itself in Forwarded",
      "127.0.0.1",
      { forwarded: "for=_hidden" },
      ["127.0.0.1", "", ""],
      true,
    ],
    [
      "behind a listed proxy and one that is not",
      "10.1.2.3",
      { "x-forwarded-for": `${VISITOR}, 172.18.0.5` },
      ["172.18.0.5", "172.18.0.5", VISITOR],
      true,
    ],
    [
      "in the house, behind a listed proxy",
      "10.1.2.3",
      { "x-forwarded-for": "192.168.1.9" },
      ["192.168.1.9", "192.168.1.9", "192.168.1.9"],
      false,
    ],
    [
      "who may only pretend to be a proxy",
      "203.0.113.7",
      forwarded,
      ["203.0.113.7", "203.0.113.7", VISITOR],
      false,
    ],
  ])("%s", (_name, peer, headers, [address, limitedAs, visitor], isNoticed) => {
    const { proxies, failures, ask } = watch(["10.1.2.3"]);
    expect(ask(peer, headers)).toEqual({ address, limitedAs, visitor });
    ask(peer, headers);
    expect(proxies.isUnlisted).toBe(isNoticed);
    expect(failures.map(({ event }) => event)).toEqual(isNoticed ? ["unlisted-proxy"] : []);
  });

  it("under https comes through a proxy: that none is listed is said at start", () => {
    const { proxies, failures } = watch([], "https");
    expect(proxies.isUnlisted).toBe(true);
    expect(String(failures[0]?.error)).toContain("BASE_URL is https");
    expect(watch(["127.0.0.1"], "https").proxies.isUnlisted).toBe(false);
    expect(watch([], "http").proxies.isUnlisted).toBe(false);
  });
});

it("an unlisted proxy is told of to probes and pages, and nobody can tell pages so but the server", async () => {
  const echo: Handler = async (req, res) => void res.end(req.headers[NOTICES_HEADER] ?? "none");
  const { port, failures } = await startTestServer({ handler: echo, notices: () => [] });
  const ready = async () => JSON.parse((await sendRaw(port, requestText("GET /readyz"))).body) as unknown;
  expect((await sendRaw(port, requestText("GET /", { [NOTICES_HEADER]: "unlisted-proxy" }))).body).toBe(
    "none",
  );
  expect(await ready()).toEqual({ status: "ready", checks: { running: "ok" } });
  expect((await sendRaw(port, requestText("GET /", { Via: "1.1 proxy" }))).body).toBe("unlisted-proxy");
  expect((await sendRaw(port, requestText("GET /"))).body).toBe("unlisted-proxy");
  expect(await ready()).toMatchObject({ status: "ready", warnings: ["unlisted-proxy"] });
  expect(failures.map(({ event }) => event)).toEqual(["unlisted-proxy"]);
});

describe("behind an unlisted proxy on this machine", () => {
  const share = (code: string) => ({ kind: "share", person: code, code, channel: "x" });
  const view = (person: string) => ({ kind: "view", person });
  const addressOf = (n: number) => `198.51.${n}.7`;

  it("visitors with one browser stay apart, and their limits are their own", async () => {
    const under = await startCollector({ visitsPerAddress: 2, eventsPerAddress: 2 });
    await under.post(share("root"));
    const code = `${under.stem}-root00`;
    const random = seededRandom(3);
    const visitors = Array.from({ length: 6 }, (_, n) => addressOf(n)).sort(() => random.next() - 0.5);
    for (const visitor of visitors)
      expect((await under.get(`/s/${code}`, { "X-Forwarded-For": visitor })).status).toBe(302);
    const persons = "SELECT count(DISTINCT person) FROM journal WHERE kind = 'visit'";
    expect(under.db.$client.prepare(persons).pluck().get()).toBe(6);
    for (const visitor of visitors) {
      expect((await under.postFromPage(view(visitor), { "X-Forwarded-For": visitor })).status).toBe(202);
    }
    const again = { "X-Forwarded-For": addressOf(0) };
    const statuses = [1, 2].map(async (n) => (await under.postFromPage(view(`n${n}`), again)).status);
    expect((await Promise.all(statuses)).sort()).toEqual([202, 429]);
  });

  it("that tells no address, nobody is turned away, taken for another or for a scanner", async () => {
    const under = await startCollector({ visitsPerAddress: 2, eventsPerAddress: 2 });
    await under.post(share("root"));
    for (let n = 0; n < 6; n += 1) await under.get(`/s/${under.stem}-root00`, { Via: "1.1 proxy" });
    const rows =
      "SELECT count(DISTINCT person) AS people, count(label) AS labels FROM journal WHERE kind = 'visit'";
    expect(under.db.$client.prepare(rows).get()).toEqual({ people: 6, labels: 0 });
    for (let n = 0; n < 6; n += 1)
      expect((await under.postFromPage(view(`n${n}`), { Via: "1.1 proxy" })).status).toBe(202);
    await under.get(`/s/${under.stem}-root00`);
    await under.get(`/s/${under.stem}-root00`);
    expect(under.db.$client.prepare(rows).get()).toMatchObject({ people: 7 });
  });
});
