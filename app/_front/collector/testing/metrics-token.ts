/** What the collectors of tests and benchmarks take for METRICS_TOKEN. */
export const METRICS_TOKEN = "sixteen-letters-x";

/** Reads `/metrics` of such a collector. */
export async function readMetrics(url: string): Promise<string> {
  const answer = await fetch(`${url}/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  return answer.text();
}
