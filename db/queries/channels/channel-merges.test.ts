import { afterEach, beforeEach, expect, test } from "vitest";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { readForestInput } from "#db/inputs/read-forest-input.ts";
import { readHistoryInput } from "#db/inputs/read-history-input.ts";
import { listToolChannels } from "#db/queries/campaigns/list-tool-channels.ts";
import { readCorrections } from "#db/queries/campaigns/read-corrections.ts";
import { readRevision } from "#db/queries/campaigns/read-revision.ts";
import { eachCascade } from "#db/queries/cascades/each-cascade.ts";
import { listCascades } from "#db/queries/cascades/list-cascades.ts";
import { readCascade } from "#db/queries/cascades/read-cascade.ts";
import { listEvents } from "#db/queries/events/list-events.ts";
import { readLive } from "#db/queries/intake/read-live.ts";
import { readPerson } from "#db/queries/persons/read-person.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import { ChannelMergeInput, mergedCounts } from "#lib/domain/channel-merge.ts";
import { listChannelMerges } from "./list-channel-merges.ts";
import { mergeChannels } from "./merge-channels.ts";
import { undoChannelMerge } from "./undo-channel-merge.ts";

const LOG = [
  "share_id,parent_share_id,actor_id,occurred_at,channel",
  "a1,,p1,2024-03-01T09:00:00Z,foo",
  "b1,a1,p2,2024-03-01T10:00:00Z,whatsapp",
  "b2,a1,p3,2024-03-01T11:00:00Z,Bar",
  "a2,,p4,2024-03-01T12:00:00Z,foot",
  "c2,a2,p5,2024-03-01T13:00:00Z,foo",
];
const ID = { campaignId: 1 };
const ALL = { ...ID, after: 0, from: 0, to: Number.MAX_SAFE_INTEGER };

let fixture: ImportFixture;
beforeEach(async () => {
  fixture = new ImportFixture();
  await fixture.run(fixture.write("log.csv", `${LOG.join("\n")}\n`));
});
afterEach(() => fixture.close());

const merge = (names: string[], channel: string, now = 1) =>
  mergeChannels(fixture.scope, { input: ChannelMergeInput.parse({ names, channel }), now });

/** What every reading says of channels. */
function seen() {
  const { scope, now } = fixture;
  const forest = readForestInput(scope, { ...ID, asOf: now });
  const cascade = readCascade(scope, { ...ID, root: "a1" });
  const where = (value: string, isNot = false) =>
    listEvents(scope, { ...ALL, filters: [{ dimension: "channel", isNot, values: [value] }] }).map(
      ({ code }) => code,
    );
  const list = { ...ID, sort: "started", order: "asc" } as const;
  const started = (channel: string) =>
    listCascades(scope, { ...list, page: 1, channel }).rows.map(({ root }) => root);
  return {
    forest: [...forest.codes].map((code, i) => [code, forest.channels[forest.channel[i] ?? -1]]).sort(),
    cascade: [...cascade.shares.channels].sort(),
    events: listEvents(scope, ALL).map(({ code, channel }) => [code, channel]),
    whatsapp: where("whatsapp"),
    notWhatsapp: where("whatsapp", true),
    foo: where("foo"),
    channels: listCascades(scope, { ...list, page: 1 }).channels,
    started: [started("whatsapp"), started("foo")],
    each: [...eachCascade(scope, { ...list, channel: "whatsapp" })]
      .flat()
      .map(({ root, channel }) => [root, channel]),
    tools: listToolChannels(scope).map(({ channel, shares }) => [channel, shares]),
    person: readPerson(scope, { ...ID, person: "p5", page: 1 })?.shares.map(({ channel }) => channel),
    did: readPerson(scope, { ...ID, person: "p5", page: 1 })?.events.map(({ channel }) => channel),
    live: readLive(scope, { ...ID, now: now + 1 }).events.map(({ channel }) => channel),
    history: readHistoryInput(scope, { startedBy: now }).map(({ channel }) => channel),
  };
}

test("names that are merged count as the channel in every reading and filter, and undone as before", () => {
  const before = seen();
  const digest = fixture.digest();
  merge(["foo", "bar"], "WhatsApp");
  expect(seen()).toMatchObject({
    forest: [
      ["a1", "whatsapp"],
      ["a2", "foot"],
      ["b1", "whatsapp"],
      ["b2", "whatsapp"],
      ["c2", "whatsapp"],
    ],
    cascade: ["whatsapp"],
    whatsapp: ["a1", "b1", "b2", "c2"],
    notWhatsapp: ["a2"],
    foo: [],
    channels: ["foot", "whatsapp"],
    started: [["a1"], []],
    each: [["a1", "whatsapp"]],
    tools: [
      ["whatsapp", 4],
      ["foot", 1],
    ],
    person: ["whatsapp"],
    did: ["whatsapp"],
  });
  expect(new Set(seen().live)).toEqual(new Set(["whatsapp", "foot"]));
  expect(seen().history.toSorted()).toEqual(["foot", "whatsapp"]);
  expect(fixture.digest()).toBe(digest);
  for (const name of ["foo", "bar"]) undoChannelMerge(fixture.scope, { name });
  expect(seen()).toEqual(before);
});

test("what comes later counts so too", async () => {
  merge(["foo"], "telegram");
  await fixture.run(
    fixture.write(
      "more.csv",
      `${LOG[0]}\nd1,c2,p6,2024-03-02T09:00:00Z,FOO\ne1,d1,p7,2024-03-02T10:00:00Z,تيليجرام\n`,
    ),
  );
  expect(seen().tools).toEqual([
    ["telegram", 4],
    ["bar", 1],
    ["foot", 1],
    ["whatsapp", 1],
  ]);
});

test("what counted as a merged name follows it, and a name that leads back is refused", () => {
  merge(["foo"], "bar");
  merge(["bar"], "x", 2);
  expect(listChannelMerges(fixture.scope)).toEqual([
    { name: "bar", channel: "x" },
    { name: "foo", channel: "x" },
  ]);
  merge(["foot"], "foo", 3);
  expect(listChannelMerges(fixture.scope)).toContainEqual({ name: "foot", channel: "x" });
  undoChannelMerge(fixture.scope, { name: "bar" });
  merge(["foo"], "foot2", 4);
  merge(["foot2"], "whatsapp", 5);
  expect(() => merge(["bar", "x2"], "bar")).toThrow();
  merge(["x2"], "bar", 6);
  expect(() => merge(["bar"], "x2")).toThrow(ConflictError);
});

test("what the product knows is merged into nothing, and nothing into itself", () => {
  for (const names of [["x"], ["whatsapp"], [], ["foo"]])
    expect(ChannelMergeInput.safeParse({ names, channel: "foo" }).success, names.join()).toBe(false);
  expect(ChannelMergeInput.safeParse({ names: ["foo"], channel: "" }).success).toBe(false);
  expect(ChannelMergeInput.parse({ names: ["foo"], channel: "واتساب" }).channel).toBe("whatsapp");
});

test("answers that are kept are worked out anew after a merge and after its end", () => {
  const texts = () => [readRevision(fixture.scope, ID), readCorrections(fixture.scope)];
  const states = [texts()];
  merge(["foo"], "x");
  states.push(texts());
  merge(["foo"], "telegram", 2);
  states.push(texts());
  undoChannelMerge(fixture.scope, { name: "foo" });
  expect(texts()).toEqual(states[0]);
  for (const at of [0, 1]) expect(new Set(states.map((state) => state[at])).size).toBe(3);
});

test("another workspace keeps its names", () => {
  mergeChannels(fixture.stranger, { input: { names: ["foo"], channel: "x" }, now: 1 });
  expect(seen().channels).toEqual(["foo", "foot"]);
  expect(() => undoChannelMerge(fixture.scope, { name: "foo" })).toThrow(NotFoundError);
});

test("the counts of a report are added up", () => {
  const counts = [
    { channel: "foo", shares: 2 },
    { channel: "x", shares: 3 },
    { channel: "bar", shares: 5 },
  ];
  expect(mergedCounts(counts, [{ name: "foo", channel: "x" }])).toEqual([
    { channel: "x", shares: 5 },
    { channel: "bar", shares: 5 },
  ]);
});
