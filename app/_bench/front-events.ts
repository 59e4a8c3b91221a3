const RECENT = 500;
const SEEDS = 20;

/** One event as both servers of the benchmark are sent it. */
export interface BenchEvent {
  readonly id: string;
  readonly kind: "visit" | "share" | "conversion";
  readonly person: string;
  readonly via: string | null;
  readonly code: string | null;
  readonly channel: string | null;
  readonly value: number | null;
}

const CHANNELS = ["whatsapp", "telegram", "x", "email", "copy"];

/**
 * Makes events as a campaign sends them: six visits to three shares to one conversion. A share in twenty-five is a
 * seed; of what comes through codes, two thirds come through one of the last twenty seeds and the rest through one
 * of the last five hundred shares, which gives trees as wide and as shallow as measured ones.
 */
export function createEventStream(prefix: string): () => BenchEvent {
  let serial = 0;
  let shares = 0;
  const recent: string[] = [];
  const seeds: string[] = [];
  const keep = (ring: string[], most: number, code: string) => {
    if (ring.length < most) ring.push(code);
    else ring[shares % most] = code;
  };
  return () => {
    const n = serial++;
    const id = `${prefix}${n.toString(36)}`;
    const person = `p${prefix}${(n % 100_000).toString(36)}`;
    const ring = n % 3 === 0 ? recent : seeds;
    const via = ring[(n * 7919) % Math.max(1, ring.length)] ?? null;
    const turn = n % 10;
    const rest = { id, person, channel: CHANNELS[n % 5] ?? null };
    if (turn === 9) return { ...rest, via, kind: "conversion", code: null, value: 3 };
    if (turn % 3 !== 0) return { ...rest, via, kind: "visit", code: null, value: null };
    const code = `c${id}`;
    const isSeed = shares % 25 === 0;
    shares += 1;
    keep(recent, RECENT, code);
    if (isSeed) keep(seeds, SEEDS, code);
    return { ...rest, via: isSeed ? null : via, kind: "share", code, value: null };
  };
}
