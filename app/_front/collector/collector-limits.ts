/** What the collector takes from one client at a time. Sizes in bytes, times in milliseconds. */
export interface CollectorLimits {
  /** Body of a request as it is sent. */
  readonly bodyBytes: number;
  /** The same body inflated. */
  readonly inflatedBytes: number;
  /** Bodies that are on their way, all together. */
  readonly heldBytes: number;
  /** Bodies of one workspace that are read into events at a time. */
  readonly admittedBytes: number;
  /** Bodies that wait to be, all together, and how long one of them may. */
  readonly waitingBytes: number;
  readonly waitMs: number;
  /** Time for the whole body. */
  readonly bodyMs: number;
  /** Events that wait for the disk. */
  readonly queuedEvents: number;
  readonly queuedBytes: number;
  /** How long another writer may hold up the queue. */
  readonly busyMs: number;
  /**
   * How often it is tried whether the disk takes a write while nobody sends. Each try writes a row, and what was
   * answered from before it is worked out anew.
   */
  readonly watchMs: number;
  /** How long a visitor waits for the record of a visit before being sent on. */
  readonly redirectMs: number;
  /** Events a minute that one client address may send with a public key. */
  readonly eventsPerAddress: number;
  /** Events a minute that one key may bring. */
  readonly eventsPerKey: number;
  /** Visits a minute by one client address that are recorded; those beyond are sent on all the same. */
  readonly visitsPerAddress: number;
  /** Unknown codes a minute that one client network is told that there are not. */
  readonly missesPerAddress: number;
}

/** The limits of a server in service. */
export const defaultCollectorLimits: CollectorLimits = {
  bodyBytes: 256 * 1024,
  inflatedBytes: 1024 ** 2,
  heldBytes: 64 * 1024 ** 2,
  admittedBytes: 1024 ** 2,
  waitingBytes: 64 * 1024 ** 2,
  waitMs: 1000,
  bodyMs: 10_000,
  queuedEvents: 20_000,
  queuedBytes: 32 * 1024 ** 2,
  busyMs: 5000,
  watchMs: 30_000,
  redirectMs: 250,
  eventsPerAddress: 1200,
  eventsPerKey: 600_000,
  visitsPerAddress: 600,
  missesPerAddress: 60,
};
