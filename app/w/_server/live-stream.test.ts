import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { followLive } from "#db/queries/intake/read-live.ts";
import { databaseOf } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import type { Filter } from "#lib/query/query.ts";
import { createLiveStreams, type Viewer } from "./live-stream.ts";

const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const SMS: Filter = { dimension: "channel", isNot: false, values: ["sms"] };
const SOUND: Filter = { dimension: "integrity", isNot: false, values: ["sound"] };

beforeEach(() => {
  // The start of a minute: a view is another in the next.
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 1, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Two workspaces with a campaign each, and streams that count what is read for them. */
function openStreams() {
  const { own, strange } = openWorkspaces();
  for (const scope of [own, strange])
    createCampaign(scope, { input: CampaignInput.parse({ ...EMPTY, name: "Spring", tool: "app" }), now: 0 });
  const counts = { opened: 0, looks: 0, marked: 0 };
  let marked: MarkedCodes = { suspect: [], below: [] };
  const streams = createLiveStreams({
    follow: (scope, question) => {
      counts.opened += 1;
      const follower = followLive(scope, question);
      return {
        look(moment) {
          counts.looks += 1;
          return follower.look(moment);
        },
      };
    },
    markedCodes: async (_, { filters }) => {
      if (!filters.includes(SOUND)) return null;
      counts.marked += 1;
      return marked;
    },
  });
  const share = (scope: Scope<Permission>, code: string, channel: string) => {
    const seed = {
      kind: "share",
      seedKind: "organic",
      occurredAt: Date.now(),
      id: code,
      code,
      channel,
    } as const;
    addEvents(scope, 1, [{ ...seed, person: `p-${code}` }]);
    databaseOf(scope)
      .$client.prepare("UPDATE journal SET received_at = ? WHERE event_id = ?")
      .run(Date.now(), code);
  };
  const mark = (codes: string[]) => {
    marked = { suspect: codes, below: [] };
  };
  return { own, strange, counts, share, mark, watch: watcherOf(streams) };
}

function watcherOf(streams: ReturnType<typeof createLiveStreams>) {
  return async (scope: Scope<Permission>, options: Partial<Viewer> = {}) => {
    const stopper = new AbortController();
    const viewer = { campaignId: 1, filters: [], isAllowed: () => true, signal: stopper.signal };
    const reader = (await streams({ scope, ...viewer, ...options })).getReader();
    /** Codes that each message has shown, "same" for none; "end" at the end. */
    const seen: string[] = [];
    const read = async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return seen.push("end");
        const text = new TextDecoder().decode(value);
        if (text === ":\n\n") seen.push("same");
        else if (text.startsWith("data: ")) seen.push(codesIn(text));
        else expect(text).toBe("retry: 1000\n\n");
      }
    };
    void read();
    await vi.advanceTimersByTimeAsync(0);
    return { seen, stop: () => stopper.abort(), leave: () => reader.cancel() };
  };
}

function codesIn(message: string): string {
  const { events } = JSON.parse(message.slice("data: ".length)) as { events: { code: string }[] };
  return events.map(({ code }) => code).join(" ");
}

it("reads once for two who watch the same, and shows both what is new", async () => {
  const { own, counts, share, watch } = openStreams();
  share(own, "a", "sms");
  const first = await watch(own);
  const second = await watch(own);
  await vi.advanceTimersByTimeAsync(2000);
  share(own, "b", "x");
  await vi.advanceTimersByTimeAsync(2000);
  expect(first.seen).toEqual(["a", "same", "b a"]);
  expect(second.seen).toEqual(first.seen);
  expect(counts).toEqual({ opened: 1, looks: 3, marked: 0 });
});

it("shows a viewer of another workspace, or with another question, nothing of it", async () => {
  const { own, strange, counts, share, watch } = openStreams();
  share(own, "a", "x");
  share(own, "b", "sms");
  const viewers = [await watch(own), await watch(strange), await watch(own, { filters: [SMS] })];
  await vi.advanceTimersByTimeAsync(2000);
  expect(viewers.map(({ seen }) => seen)).toEqual([
    ["b a", "same"],
    ["", "same"],
    ["b", "same"],
  ]);
  expect(counts.opened).toBe(3);
  share(strange, "c", "x");
  await vi.advanceTimersByTimeAsync(2000);
  expect(viewers.map(({ seen }) => seen[2])).toEqual(["same", "c", "same"]);
});

it.each(["leave", "stop"] as const)("stops reading with the last viewer: %s", async (way) => {
  const { own, counts, watch } = openStreams();
  const first = await watch(own);
  const second = await watch(own);
  await first[way]();
  await vi.advanceTimersByTimeAsync(2000);
  expect(counts.looks).toBe(2);
  expect(second.seen).toEqual(["", "same"]);
  await second[way]();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([counts.looks, vi.getTimerCount()]).toEqual([2, 0]);
  expect(second.seen).toEqual(["", "same", "end"]);
  await watch(own);
  expect(counts).toEqual({ opened: 2, looks: 3, marked: 0 });
});

it("opens nothing for whoever has left before", async () => {
  const { own, counts, watch } = openStreams();
  const { seen } = await watch(own, { signal: AbortSignal.abort() });
  expect([seen, counts.looks, vi.getTimerCount()]).toEqual([["end"], 0, 0]);
});

it("ends at once for whoever may no longer watch, and for them alone", async () => {
  const { own, counts, share, watch } = openStreams();
  const allowed = { first: true, second: true };
  const first = await watch(own, { isAllowed: () => allowed.first });
  const second = await watch(own, { isAllowed: () => allowed.second });
  allowed.first = false;
  share(own, "a", "x");
  await vi.advanceTimersByTimeAsync(2000);
  expect([first.seen, second.seen]).toEqual([
    ["", "end"],
    ["", "a"],
  ]);
  // What was read before is nothing for whoever may not see it.
  const third = await watch(own, { isAllowed: () => false });
  const broken = await watch(own, {
    isAllowed: () => {
      throw new Error("no disk");
    },
  });
  expect([third.seen, broken.seen]).toEqual([["end"], ["end"]]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(second.seen).toEqual(["", "a", "same"]);
  allowed.second = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([counts.looks, vi.getTimerCount()]).toEqual([3, 0]);
});

it("ends within two seconds for whoever may no longer watch, though a reading takes for ever", async () => {
  const { own } = openWorkspaces();
  createCampaign(own, { input: CampaignInput.parse({ ...EMPTY, name: "Spring", tool: "app" }), now: 0 });
  let readings = 0;
  // The first list of shares comes at once; the second, a minute later, never does.
  const watch = watcherOf(
    createLiveStreams({
      markedCodes: () => {
        readings += 1;
        return readings === 1 ? Promise.resolve({ suspect: [], below: [] }) : new Promise(() => undefined);
      },
    }),
  );
  let isAllowed = true;
  const { seen } = await watch(own, { filters: [SOUND], isAllowed: () => isAllowed });
  await vi.advanceTimersByTimeAsync(61_000);
  expect([seen.at(-1), readings]).toEqual(["same", 2]);
  isAllowed = false;
  await vi.advanceTimersByTimeAsync(2000);
  expect([seen.at(-1), vi.getTimerCount()]).toEqual(["end", 0]);
});

it("looks up which shares are sound once a minute for all, and not at every look", async () => {
  const { own, counts, share, mark, watch } = openStreams();
  share(own, "a", "x");
  share(own, "b", "x");
  mark(["a"]);
  const first = await watch(own, { filters: [SOUND] });
  const second = await watch(own, { filters: [SOUND] });
  mark(["b"]);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(new Set(first.seen)).toEqual(new Set(["b", "same"]));
  expect(counts.marked).toBe(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(first.seen.at(-1)).toBe("a");
  expect(second.seen).toEqual(first.seen);
  expect(counts.marked).toBe(2);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(counts.marked).toBe(2);
});
