const BUCKETS = 256;
const FIRST = 1000;

/**
 * Where buckets of ages begin: at 0, and from one second on evenly on a logarithmic scale, the last at the
 * horizon for all that is mature.
 * @param horizon maturity horizon in milliseconds, above one second
 * @param buckets how many, at least 3
 */
export function ageBucketEdges(horizon: number, buckets: number = BUCKETS): Float64Array {
  const ratio = horizon / FIRST;
  const edge = (bucket: number) => (bucket === 0 ? 0 : FIRST * ratio ** ((bucket - 1) / (buckets - 2)));
  const edges = Float64Array.from({ length: buckets }, (_, bucket) => edge(bucket));
  edges[buckets - 1] = horizon;
  return edges;
}
