const LONGEST_PLAIN_SEGMENT = 15;
const LONGEST = 200;

/**
 * A path fit for a log: no query, and a star for every long segment, because the tokens of report,
 * invitation and set-up links stand there.
 */
export function loggablePath(target: string): string {
  const path = target.split("?", 1)[0] ?? "";
  const segments = path.split("/").map((segment) => (segment.length > LONGEST_PLAIN_SEGMENT ? "*" : segment));
  return segments.join("/").slice(0, LONGEST);
}
