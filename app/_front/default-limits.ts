/** What one client may ask of the server. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** Body of an ordinary request. */
  bodyBytes: number;
  /** Time for the whole body of an ordinary request. */
  bodyMs: number;
  /** Body of an import. */
  importBytes: number;
  /** Longest pause between two pieces of an import. */
  importIdleMs: number;
  /** Time for the request line and headers. */
  headersMs: number;
  /** Longest time a client may take no byte of an answer that waits for it. */
  stallMs: number;
  /** How long an idle connection is kept. */
  keepAliveMs: number;
  /** How long a refused client may still send before the connection is cut. */
  lingerMs: number;
}

/** The limits of a server in service; IMPORT_MAX_BYTES replaces `importBytes`. */
export const defaultLimits: Readonly<Limits> = {
  bodyBytes: 1024 ** 2,
  bodyMs: 10_000,
  importBytes: 8 * 1024 ** 3,
  importIdleMs: 30_000,
  headersMs: 10_000,
  stallMs: 30_000,
  // Longer than the 60 s for which common proxies keep theirs, so that the proxy closes first.
  keepAliveMs: 65_000,
  lingerMs: 500,
};
