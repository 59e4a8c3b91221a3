import { inTransaction } from "./in-transaction.ts";
import type { IntisharDatabase } from "./open-database.ts";
import { isStorageError } from "./storage-error.ts";

/** Writes down something that happened `times` times since it was last written. */
type Note = (times: number) => void;

interface Waiting {
  write: Note;
  times: number;
}

const AFTER_MS = 100;
/** While the disk is full or somebody else writes. */
const AGAIN_AFTER_MS = 1000;
/** About 4 MB. What comes on top of them is lost: it is worth less than the memory of the process. */
const MOST_WAITING = 10_000;

const KEY = Symbol.for("intishar.write-later");
// Next bundles a module once per entry; only the global object is one per process.
const holder: typeof globalThis & { [KEY]?: WeakMap<object, Map<string, Waiting>> } = globalThis;

/**
 * Notes what reading leaves behind, who was seen for one, without making the reader wait for it: it is written soon,
 * with all that is noted until then, and again later while it cannot be. A crash loses it.
 * @param name what is noted; the same name again replaces `write` and counts on
 */
export function writeLater(db: IntisharDatabase, name: string, write: Note): void {
  const waiting = waitingOf(db);
  if (waiting.size === 0) plan(db, AFTER_MS);
  const known = waiting.get(name);
  if (known === undefined && waiting.size >= MOST_WAITING) return;
  waiting.set(name, { write, times: (known?.times ?? 0) + 1 });
}

/** Writes now what waits. Waits for nobody. @returns false when it could not be written and waits on */
export function writeWaiting(db: IntisharDatabase): boolean {
  const waiting = waitingOf(db);
  const { $client: client } = db;
  if (waiting.size === 0 || !client.open) return true;
  const patience = client.pragma("busy_timeout", { simple: true });
  client.pragma("busy_timeout = 0");
  try {
    inTransaction(client, () => {
      for (const { write, times } of waiting.values()) attempt(write, times);
    });
  } catch {
    return false;
  } finally {
    client.pragma(`busy_timeout = ${patience}`);
  }
  waiting.clear();
  return true;
}

function attempt(write: Note, times: number): void {
  try {
    write(times);
  } catch (error) {
    // Otherwise whom it is about was deleted meanwhile: no reason to keep the others from being written.
    if (isStorageError(error)) throw error;
  }
}

function plan(db: IntisharDatabase, ms: number): void {
  const timer = setTimeout(() => {
    if (!writeWaiting(db)) plan(db, AGAIN_AFTER_MS);
  }, ms);
  timer.unref();
}

function waitingOf(db: IntisharDatabase): Map<string, Waiting> {
  holder[KEY] ??= new WeakMap();
  const known = holder[KEY].get(db.$client) ?? new Map<string, Waiting>();
  holder[KEY].set(db.$client, known);
  return known;
}
