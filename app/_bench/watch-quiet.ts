import { setTimeout as wait } from "node:timers/promises";
import { createEventStream } from "./front-events.ts";
import type { ServedFront } from "./serve-front.ts";

const EVERY_MS = 20;
const AGENT = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36";

/** What became of a quiet client's posts and visits; times in milliseconds. */
export interface Seen {
  readonly posts: number[];
  readonly visits: number[];
  postFailures: number;
  visitFailures: number;
}

/** Posts single events and follows a link at a steady pace until something is over. */
export async function watchQuiet(
  { url, headers }: Pick<ServedFront, "url" | "headers">,
  code: string,
  over: Promise<unknown>,
): Promise<Seen> {
  const next = createEventStream(`q${Date.now().toString(36)}-`);
  const seen: Seen = { posts: [], postFailures: 0, visits: [], visitFailures: 0 };
  let isOver = false;
  over.finally(() => {
    isOver = true;
  });
  const timed = async (path: string, init: RequestInit, wanted: number, times: number[]) => {
    const start = performance.now();
    const answer = await fetch(`${url}${path}`, { ...init, redirect: "manual" });
    await answer.text();
    times.push(performance.now() - start);
    return answer.status === wanted ? 0 : 1;
  };
  const pending: Promise<void>[] = [];
  while (!isOver) {
    const body = JSON.stringify(next());
    const post = timed("/api/v1/events", { method: "POST", headers, body }, 202, seen.posts);
    const visit = timed(`/s/${code}`, { headers: { "User-Agent": AGENT } }, 302, seen.visits);
    pending.push(
      post.then((failures) => {
        seen.postFailures += failures;
      }),
      visit.then((failures) => {
        seen.visitFailures += failures;
      }),
    );
    await wait(EVERY_MS);
  }
  await Promise.all(pending);
  return seen;
}
