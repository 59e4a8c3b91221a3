import { stripVTControlCharacters } from "node:util";

/** What went wrong, without secrets: no query strings, no header or body values. */
export interface Failure {
  event: string;
  /** Which of the processes of the server it was. */
  process?: string;
  requestId?: string;
  method?: string;
  path?: string;
  status?: number;
  /** What a library or the framework printed. */
  said?: string;
  /** The event of which `more` entries were left out. */
  kind?: string;
  more?: number;
  /** Of a sign-in that failed: whose account, null for none such; a network of many; whether it was not even tried. */
  userId?: number | null;
  network?: string;
  isLimited?: boolean;
  error?: unknown;
}

const LONGEST_MESSAGE = 500;
/** Control characters that JSON lets stand, and line ends that not every reader takes for text. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029]/g;
/** Where an error was thrown: it fills a log, and tells of the machine's folders. */
const FRAMES = /\n\s+at .*/g;

/** One line of JSON for the log, with a line feed at its end. */
export function failureLine({ error, said, ...failure }: Failure, time: Date): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const line = {
    time: time.toISOString(),
    ...failure,
    ...(said === undefined ? {} : { said: shortened(stripVTControlCharacters(said)) }),
    ...(error === undefined ? {} : { error: shortened(text) }),
  };
  const escaped = JSON.stringify(line).replace(
    UNPRINTABLE,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped}\n`;
}

function shortened(text: string): string {
  return text.replace(FRAMES, "").slice(0, LONGEST_MESSAGE);
}
