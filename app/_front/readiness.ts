/** One thing that must work before the server can be useful. */
export interface ReadinessCheck {
  name: string;
  /**
   * Throws when it does not work. A word instead of nothing: it works in part, or not for now; the server is ready
   * all the same, and the word is shown.
   */
  check: () => string | undefined;
}

/** The state of every check, by name; `ready` only when none failed. */
export interface Readiness {
  ready: boolean;
  checks: Readonly<Record<string, string>>;
}

const FRESH_MS = 1000;

const FAILED = "failed";

function outcome(check: ReadinessCheck["check"]): string {
  try {
    return check() ?? "ok";
  } catch {
    return FAILED;
  }
}

/**
 * A function that runs the checks. Their results stand for a second, so that strangers who ask for
 * them cannot make the server do the work each time.
 * @param now milliseconds of a clock that never goes back
 */
export function readiness(checks: readonly ReadinessCheck[], now: () => number): () => Readiness {
  let last: { at: number; value: Readiness } | null = null;
  return () => {
    const at = now();
    if (last === null || at - last.at >= FRESH_MS) {
      const results = checks.map(({ name, check }) => [name, outcome(check)] as const);
      const ready = results.every(([, result]) => result !== FAILED);
      last = { at, value: { ready, checks: Object.fromEntries(results) } };
    }
    return last.value;
  };
}
