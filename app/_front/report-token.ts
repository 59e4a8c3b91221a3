const REPORT_PATH = /^\/r\/([A-Za-z0-9_-]{43})(?:\/|$)/;

/** The token in the path of a report, of its exports too; null elsewhere. */
export function reportToken(path: string): string | null {
  return REPORT_PATH.exec(path)?.[1] ?? null;
}
