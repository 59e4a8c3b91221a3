/** Whoever is told what is read. */
export interface Subscriber<T> {
  next(value: T): void;
  /** Reading has failed; nothing follows. */
  fail(): void;
}

/** Sources that are read again and again, each once for all who subscribe to it, and only while somebody does. */
export interface SharedPolls<T> {
  has(key: string): boolean;
  /**
   * Hands a subscriber what was read last, if anything, and then whatever is read.
   * @param open makes the reader of a source to which nobody has subscribed; called at once or not at all
   * @returns ends the subscription
   */
  subscribe(key: string, open: () => () => T | Promise<T>, subscriber: Subscriber<T>): () => void;
}

interface Poll<T> {
  readonly subscribers: Set<Subscriber<T>>;
  latest?: { readonly value: T };
  timer?: NodeJS.Timeout;
}

/** @param pauseMs from the end of one reading to the next */
export function createSharedPolls<T>(pauseMs: number): SharedPolls<T> {
  const polls = new Map<string, Poll<T>>();

  const stop = (key: string, poll: Poll<T>) => {
    clearTimeout(poll.timer);
    // Somebody may have opened the source anew.
    if (polls.get(key) === poll) polls.delete(key);
  };
  const run = async (key: string, poll: Poll<T>, read: () => T | Promise<T>) => {
    try {
      const value = await read();
      poll.latest = { value };
      for (const subscriber of poll.subscribers) subscriber.next(value);
      if (poll.subscribers.size > 0) poll.timer = setTimeout(() => run(key, poll, read), pauseMs);
    } catch {
      stop(key, poll);
      for (const subscriber of poll.subscribers) subscriber.fail();
    }
  };
  return {
    has: (key) => polls.has(key),
    subscribe(key, open, subscriber) {
      const known = polls.get(key);
      const poll: Poll<T> = known ?? { subscribers: new Set() };
      const read = known === undefined ? open() : null;
      polls.set(key, poll);
      poll.subscribers.add(subscriber);
      if (read !== null) void run(key, poll, read);
      else if (poll.latest !== undefined) subscriber.next(poll.latest.value);
      return () => {
        poll.subscribers.delete(subscriber);
        if (poll.subscribers.size === 0) stop(key, poll);
      };
    },
  };
}
