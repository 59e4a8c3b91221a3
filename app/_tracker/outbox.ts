import { type Memory, readList } from "./memory.ts";

/** An event on its way, as the collector reads it. */
export interface OutgoingEvent {
  readonly id: string;
  readonly [field: string]: unknown;
}

const NAME = "ish.q";
const MOST_KEPT = 200;
const MOST_SENT = 50;
const LONGEST_PAUSE = 300_000;

/**
 * Events that have yet to be acknowledged. They outlive the page, a lost network and a server that restarts; one that
 * is sent twice counts once, because its id goes with it.
 */
export function createOutbox(
  memory: Memory,
  address: string,
  onBadVia: () => void,
): { add(event: OutgoingEvent): void } {
  let isSending = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = () => readList<OutgoingEvent>(memory, NAME);
  const keep = (events: OutgoingEvent[]) => memory.set(NAME, JSON.stringify(events.slice(-MOST_KEPT)));
  const bodyOf = (events: OutgoingEvent[]) => JSON.stringify({ events, sentAt: Date.now() });

  /** Events that were refused for the code that brought the visitor, to be sent again without it. */
  const withoutVia = (
    batch: OutgoingEvent[],
    { results = [] }: { results?: { field?: string; outcome?: string }[] },
  ) => {
    const again = batch.filter((_, i) => results[i]?.outcome === "refused" && results[i]?.field === "via");
    if (again.length > 0) onBadVia();
    return again.map(({ via: _via, ...event }): OutgoingEvent => event as OutgoingEvent);
  };

  const later = (seconds: number) => {
    failures += 1;
    const pause = Math.max(seconds * 1000, Math.min(LONGEST_PAUSE, 1000 * 2 ** failures));
    clearTimeout(timer);
    // Everybody's tries at once would bring down a server that has just come back.
    timer = setTimeout(
      () => {
        timer = undefined;
        send();
      },
      pause * (0.75 + Math.random() / 2),
    );
  };

  const send = async (): Promise<void> => {
    const batch = waiting().slice(0, MOST_SENT);
    if (isSending || batch.length === 0) return;
    isSending = true;
    try {
      const answer = await fetch(address, {
        ...{ method: "POST", body: bodyOf(batch), keepalive: true, credentials: "omit" },
      });
      const { status } = answer;
      if (status === 429 || status === 408 || status >= 500)
        later(Number(answer.headers.get("Retry-After")) || 0);
      else {
        failures = 0;
        timer = undefined;
        const done = new Set(batch.map(({ id }) => id));
        keep([...waiting().filter(({ id }) => !done.has(id)), ...withoutVia(batch, await answer.json())]);
        setTimeout(send);
      }
    } catch {
      later(0);
    }
    isSending = false;
  };

  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => {
    const left = waiting();
    // Nobody hears whether a beacon arrived, so what it carries stays until an answer says so.
    if (document.visibilityState === "hidden" && left.length > 0)
      navigator.sendBeacon?.(address, bodyOf(left.slice(0, MOST_SENT)));
  });
  setTimeout(send);
  return {
    add: (event) => {
      try {
        keep([...waiting(), event]);
      } catch {
        // What a page hands over and JSON cannot hold is no reason to stop that page.
      }
      // A server that asked for a pause gets it.
      if (timer === undefined) setTimeout(send);
    },
  };
}
