/** One thing that must work before the server can be useful; throws when it does not. */
export interface ReadinessCheck {
  name: string;
  check: () => void;
}

/** The state of every check, by name; `ready` only when none failed. */
export interface Readiness {
  ready: boolean;
  checks: Readonly<Record<string, "ok" | "failed">>;
}

const FRESH_MS = 1000;

function outcome(check: () => void): "ok" | "failed" {
  try {
    check();
    return "ok";
  } catch {
    return "failed";
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
      const ready = results.every(([, result]) => result === "ok");
      last = { at, value: { ready, checks: Object.fromEntries(results) } };
    }
    return last.value;
  };
}
