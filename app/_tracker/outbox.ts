import type { Memory } from "./memory.ts";
import { onReturn } from "./on-return.ts";
import { toJson } from "./to-json.ts";

/** An event on its way, as the collector reads it. */
export interface OutgoingEvent {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface Waiting {
  readonly name: string;
  readonly event: OutgoingEvent;
}

const NAME = "ish.q.";
const MOST_KEPT = 200;
const MOST_SENT = 50;
const LONGEST_PAUSE = 300_000;

/** Events that have yet to be acknowledged, where they outlive the page. */
function keptEvents(memory: Memory, onBadVia: () => void) {
  let serial = 0;
  return {
    /** Those waiting, the oldest first; what is there and is no event is thrown away. */
    list: (): Waiting[] =>
      memory.names(NAME).flatMap((name) => {
        try {
          return { name, event: JSON.parse(memory.get(name) ?? "") };
        } catch {
          memory.set(name, null);
          return [];
        }
      }),
    // An entry for each event: of two tabs that rewrote one list, the second would undo what the first did.
    add: (event: OutgoingEvent) => {
      const turn = (Date.now() * 1000 + (serial++ % 1000)).toString(36);
      memory.set(`${NAME}${turn}.${event.id}`, toJson(event));
      for (const name of memory.names(NAME).slice(0, -MOST_KEPT)) memory.set(name, null);
    },
    /** What was refused for the code that brought the visitor is sent again without it. */
    settle: (batch: Waiting[], { results = [] }: { results?: { field?: string; outcome?: string }[] }) => {
      let i = 0;
      for (const { name, event } of batch) {
        const isBadVia = results[i]?.outcome === "refused" && results[i]?.field === "via";
        i += 1;
        const { via: _via, ...rest } = event;
        memory.set(name, isBadVia ? toJson(rest) : null);
        if (isBadVia) onBadVia();
      }
    },
  };
}

const bodyOf = (batch: Waiting[]) => toJson({ events: batch.map(({ event }) => event), sentAt: Date.now() });

/**
 * Sends events until they are acknowledged, through a lost network and a server that restarts; one that is sent twice
 * counts once, because its id goes with it.
 */
export function createOutbox(
  memory: Memory,
  address: string,
  onBadVia: () => void,
): { add(event: OutgoingEvent): void } {
  const kept = keptEvents(memory, onBadVia);
  let isSending = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

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
      pause * (1 + Math.random() / 2),
    );
  };

  const send = async (): Promise<void> => {
    const batch = kept.list().slice(0, MOST_SENT);
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
        kept.settle(batch, await answer.json());
        setTimeout(send);
      }
    } catch {
      later(0);
    }
    isSending = false;
  };

  addEventListener("online", send);
  // A page that comes back was cut off from what it was sending.
  onReturn(send);
  document.addEventListener("visibilitychange", () => {
    const left = kept.list();
    // Nobody hears whether a beacon arrived, so what it carries stays until an answer says so.
    if (document.visibilityState === "hidden" && left.length > 0)
      navigator.sendBeacon?.(address, bodyOf(left.slice(0, MOST_SENT)));
  });
  setTimeout(send);
  return {
    add: (event) => {
      try {
        kept.add(event);
      } catch {
        // What a page hands over and JSON cannot hold is no reason to stop that page.
      }
      // A server that asked for a pause gets it.
      if (timer === undefined) setTimeout(send);
    },
  };
}
