/** What went wrong, without secrets: no query strings, no header or body values. */
export interface Failure {
  event: string;
  /** Which of the processes of the server it was. */
  process?: string;
  requestId?: string;
  method?: string;
  path?: string;
  status?: number;
  error?: unknown;
}

const LONGEST_MESSAGE = 500;

/** One line of JSON for the log, with a line feed at its end. */
export function failureLine({ error, ...failure }: Failure, time: Date): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const line = {
    time: time.toISOString(),
    ...failure,
    ...(error === undefined ? {} : { error: text.slice(0, LONGEST_MESSAGE) }),
  };
  return `${JSON.stringify(line)}\n`;
}
