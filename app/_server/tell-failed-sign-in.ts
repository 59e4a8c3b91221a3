import { createRateLimiter } from "#app/_front/rate-limiter.ts";

const lines = createRateLimiter({ most: 30, windowMs: 60_000 });
let unsaid = 0;

/** A sign-in that failed: nothing of what was typed, which may be a password in the wrong field. */
export interface FailedSignIn {
  /** Null when there is no such account. */
  readonly userId: number | null;
  /** From where it came: a network of many. */
  readonly network: string;
  /** Whether the password was not even looked at, after too many attempts. */
  readonly isLimited: boolean;
}

/** One line of JSON on standard error, at most thirty a minute: `unsaid` counts those that were left out before it. */
export function tellFailedSignIn(
  failed: FailedSignIn,
  write = (line: string) => void process.stderr.write(line),
): void {
  if (lines.take("") > 0) {
    unsaid += 1;
    return;
  }
  const line = { time: new Date().toISOString(), event: "sign-in-failed", ...failed, unsaid };
  unsaid = 0;
  write(`${JSON.stringify(line)}\n`);
}
