/** A connection for long imports: more pages kept, and the log copied into the file less often. */
export const IMPORT_CONNECTION = { cacheMebibytes: 64, checkpointPages: 32_768 } as const;

/** Rows of one transaction where nobody waits for pages of the same process. */
export const LARGE_BATCH = 25_000;
