import { readdirSync, readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { readLog } from "#db/analyze/read-log.ts";
import { KNOWN_EXPORTS, recogniseExport } from "#lib/sources/known-exports/registry.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

const FOLDER = new URL("./testing/files/exports/", import.meta.url).pathname;
const NOW = Date.UTC(2024, 5, 1);

const read = (file: string) => readLog(`${FOLDER}${file}`, { map: {}, zone: "UTC", choices: {}, now: NOW });

/** One seed, two that it brought, one that the first of these brought. */
const TREE = (...codes: string[]) => [
  [codes[0], null],
  [codes[1], codes[0]],
  [codes[2], codes[0]],
  [codes[3], codes[1]],
];

const SHARES: Readonly<Record<string, readonly (readonly (string | null | undefined)[])[]>> = {
  "bitly.csv": [
    ["bit.ly/3abcdef", null],
    ["bit.ly/3ghijkl", null],
  ],
  "short-io.csv": [
    ["spring", null],
    ["summer", null],
  ],
  "viral-loops.csv": TREE("rc1", "rc2", "rc3", "rc4"),
  "growsurf.csv": TREE("gs1", "gs2", "gs3", "gs4"),
  "referralhero.csv": TREE(
    "amal@mail.example",
    "badr@mail.example",
    "huda@mail.example",
    "sami@mail.example",
  ),
  "kickofflabs.csv": TREE("KL1A", "KL2B", "KL3C", "KL4D"),
  "hoaxy.csv": TREE("900", "901", "902", "903"),
  "telegram.ndjson": TREE("11", "12", "13", "14"),
  "x-archive.ndjson": [
    ["1767225600000000001", null],
    ["1767225600000000002", "1767225600000000001"],
  ],
  "x-api.ndjson": TREE(...[1, 2, 3, 4].map((n) => `176722560000000000${n}`)),
  "reddit.ndjson": TREE("aa1", "bb1", "bb2", "cc1"),
};

it.each(Object.entries(SHARES))("%s is known, and its rows are shares", async (file, shares) => {
  const log = await read(file);
  expect(log.known).toBe(file.split(".")[0]);
  expect(log.faulty.count).toBe(0);
  expect(log.events.map(({ code, via }) => [code, via])).toEqual(shares);
  expect(log.events.every(({ kind }) => kind === "share")).toBe(true);
});

it.each([
  [
    "dub.csv",
    [
      ["visit", null],
      ["conversion", null],
      ["conversion", 49],
      ["visit", null],
    ],
  ],
  [
    "branch.csv",
    [
      ["visit", null],
      ["conversion", null],
      ["visit", null],
      ["conversion", 30.5],
    ],
  ],
  [
    "appsflyer.csv",
    [
      ["conversion", null],
      ["conversion", 30.5],
    ],
  ],
] as const)("%s is known, and its rows are visits and conversions", async (file, events) => {
  const log = await read(file);
  expect(log.known).toBe(file.split(".")[0]);
  expect(log.events.map(({ kind, value }) => [kind, value])).toEqual(events);
  expect(log.faulty.count).toBe(log.rows - events.length);
});

/** A file of ours in the clothes that the program puts on it. */
async function readDressed(name: string, rows: string, dress: (rows: readonly unknown[]) => string) {
  const lines = readFileSync(`${FOLDER}${rows}`, "utf8").trim().split("\n");
  const path = fixture.write(name, dress(lines.map((line): unknown => JSON.parse(line))));
  return await readLog(path, { map: {}, zone: "UTC", choices: {}, now: NOW });
}

it("the messages of a chat are read within the document of Telegram, its service messages set aside", async () => {
  const service = { id: 1, type: "service", date: "2024-03-01T08:00:00", date_unixtime: "1709280000" };
  const log = await readDressed("result.json", "telegram.ndjson", (messages) => {
    const text = ["see ", { type: "link", text: "https://shop.example" }];
    const joined = {
      ...service,
      actor: "Amal",
      actor_id: "user1",
      action: "create_group",
      members: ["Amal"],
    };
    const rich = messages.map((message) => ({
      ...Object(message),
      text,
      text_entities: [],
      reactions: text,
    }));
    const chat = { name: "Shop", type: "private_group", id: 99, messages: [joined, ...rich] };
    return JSON.stringify(chat, null, 1);
  });
  expect(log).toMatchObject({ known: "telegram", faulty: { count: 1, first: [{ field: "person" }] } });
  expect(log.events.map(({ code, via }) => [code, via])).toEqual(SHARES["telegram.ndjson"]);
});

it.each(["window.YTD.tweets.part0 = ", "window.YTD.tweet.part12 =", "Grailbird.data.tweets_2012_05 = \n"])(
  "tweets are read within the script of an archive: %s",
  async (script) => {
    for (const end of ["", ";\n"]) {
      const log = await readDressed("tweets.js", "x-archive.ndjson", (tweets) => {
        const wrapped = tweets.map((tweet) => ({
          tweet: { ...Object(tweet), entities: { urls: [{ url: "x" }] } },
        }));
        return script + JSON.stringify(wrapped, null, 2) + end;
      });
      expect(log).toMatchObject({ known: "x-archive", faulty: { count: 0 } });
      expect(log.events.map(({ code, via }) => [code, via])).toEqual(SHARES["x-archive.ndjson"]);
    }
  },
);

it("there is an example of every known export, and of nothing else", () => {
  const examples = readdirSync(FOLDER).map((file) => file.split(".")[0]);
  expect(examples.sort()).toEqual(KNOWN_EXPORTS.map(({ id }) => id).sort());
});

it.each([
  "share_id,parent_share_id,actor_id,occurred_at,channel",
  "id,parent_id,author,timestamp,channel",
  "email,referrer,date",
  "event,date,user_id",
  "id,name,timestamp",
])("a log of one's own is none: %s", (header) => {
  expect(recogniseExport(header.split(","), [])).toBeNull();
});
