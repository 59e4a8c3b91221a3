import { format } from "node:util";
import { type Failure, failureLine } from "#app/_front/failure-line.ts";

const MINUTE_MS = 60_000;
/** Lines of one kind within a minute. */
const MOST_OF_A_KIND = 30;
/** Kinds that are told apart: strangers can invent some, since the framework repeats what it was sent. */
const MOST_KINDS = 40;
const LONGEST_KIND = 24;

/** What a log needs from outside. */
export interface LogOptions {
  readonly write: (line: string) => void;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** Takes what went wrong. */
export type Log = (failure: Failure) => void;

interface Kind {
  readonly last: Failure;
  count: number;
}

/**
 * A log of one line of JSON an entry. Of one kind a minute takes so many lines and no more; how many were left out
 * is said when the minute is over.
 */
export function createLog({ write, now }: LogOptions): Log {
  const kinds = new Map<string, Kind>();

  const endMinute = () => {
    for (const { last, count } of kinds.values()) {
      const more = count - MOST_OF_A_KIND;
      if (more > 0) write(failureLine({ event: "log-shortened", kind: last.event, more }, new Date(now())));
    }
    kinds.clear();
  };
  return (failure) => {
    if (kinds.size === 0) setTimeout(endMinute, MINUTE_MS).unref();
    const known = kindOf(failure);
    const name = kinds.has(known) || kinds.size < MOST_KINDS ? known : "";
    const kind = kinds.get(name) ?? { last: failure, count: 0 };
    kind.count += 1;
    kinds.set(name, kind);
    if (kind.count <= MOST_OF_A_KIND) write(failureLine(failure, new Date(now())));
  };
}

function kindOf({ event, status, error, said }: Failure): string {
  const text = said ?? (error instanceof Error ? error.name : typeof error);
  return `${event} ${status ?? ""} ${text.replace(/[^a-z ]+/gi, "").slice(0, LONGEST_KIND)}`;
}

/** Has what libraries and the framework write to the console written as entries of the log. */
export function captureConsole(
  console: Pick<Console, "error" | "warn" | "info" | "log" | "debug">,
  log: Log,
): void {
  const take =
    (level: string) =>
    (...said: unknown[]) =>
      log({ event: `console-${level}`, said: format(...said.map(withoutStack)) });
  console.error = take("error");
  console.warn = take("warn");
  console.info = take("info");
  console.log = take("log");
  console.debug = () => {};
}

/** The same for what Node itself warns of. */
export function captureWarnings(process: Pick<NodeJS.Process, "removeAllListeners" | "on">, log: Log): void {
  process.removeAllListeners("warning");
  process.on("warning", (error: Error) => log({ event: "warning", error }));
}

/** An error is where it was thrown only for who reads the program; its name and message are for the log. */
function withoutStack(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const digest = "digest" in value && typeof value.digest === "string" ? ` (digest ${value.digest})` : "";
  return `${value.name}: ${value.message}${digest}`;
}
