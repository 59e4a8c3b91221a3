import { markedCodesFor } from "#app/_answers/marked-codes-for.ts";
import { holds, watchAllowed } from "#app/_server/while-allowed.ts";
import { followLive } from "#db/queries/intake/read-live.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Filter } from "#lib/query/query.ts";
import { createSharedPolls, type SharedPolls } from "./shared-polls.ts";

const PAUSE_MS = 2000;
/** How long the list of shares that are not sound is taken as it was. */
const MARKED_MS = 60_000;

/** Somebody who watches a campaign, and how. */
export interface Viewer {
  readonly scope: Scope<"campaigns.read">;
  readonly campaignId: number;
  readonly filters: readonly Filter[];
  /** Whether they still may; asked before all that is sent, and every two seconds. */
  readonly isAllowed: () => boolean;
  /** Aborted when the stream is to end. */
  readonly signal: AbortSignal;
}

/**
 * Makes streams of the last half hour of a campaign, sent whenever it changes, as server-sent events. All who watch
 * the same share one reading; it ends with the last of them.
 */
export function createLiveStreams({
  follow = followLive,
  markedCodes = markedCodesFor,
}: {
  follow?: typeof followLive;
  markedCodes?: typeof markedCodesFor;
} = {}): (viewer: Viewer) => Promise<ReadableStream<Uint8Array>> {
  const polls = createSharedPolls<string>(PAUSE_MS);
  return async (viewer) => {
    const { scope, campaignId, filters } = viewer;
    const asked = { campaignId, filters };
    // Reading was allowed in this workspace; a key without it would let its figures out to another.
    const key = JSON.stringify([scope.workspaceId, campaignId, filters]);
    // Before the stream begins, so that an error is an answer of its own.
    let marked = polls.has(key) ? null : await markedCodes(scope, asked);
    const open = () => {
      const follower = follow(scope, asked);
      let since = performance.now();
      return async () => {
        if (marked !== null && performance.now() - since >= MARKED_MS) {
          marked = await markedCodes(scope, asked);
          since = performance.now();
        }
        return JSON.stringify(follower.look({ now: Date.now(), marked }));
      };
    };
    return streamOf(viewer, (subscriber) => polls.subscribe(key, open, subscriber));
  };
}

type Subscribe = (subscriber: Parameters<SharedPolls<string>["subscribe"]>[2]) => () => void;

function streamOf({ signal, isAllowed }: Viewer, subscribe: Subscribe): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let last = "";
      let hasEnded = false;
      const end = () => {
        if (hasEnded) return;
        hasEnded = true;
        leave();
        controller.close();
      };
      if (signal.aborted) return end();
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
      const unsubscribe = subscribe({
        next(view) {
          // The browser asks again, and is told then.
          if (!holds(isAllowed)) return end();
          // A comment keeps proxies from closing what is silent.
          controller.enqueue(encoder.encode(view === last ? ":\n\n" : `data: ${view}\n\n`));
          last = view;
        },
        // The browser asks again, and an answer that fails then says so.
        fail: end,
      });
      // A reading may be long under way, or nothing new to send.
      const unwatch = watchAllowed(isAllowed, end);
      leave = () => {
        unwatch();
        signal.removeEventListener("abort", end);
        unsubscribe();
      };
      signal.addEventListener("abort", end, { once: true });
      // What was read before came at once, and they may not see it.
      if (hasEnded) leave();
    },
    cancel: () => leave(),
  });
}
