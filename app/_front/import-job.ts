/** One piece of work for the import worker, as it travels into its thread. */
export interface ImportJob {
  readonly databasePath: string;
  readonly workspaceSlug: string;
  readonly importId: number;
  /** One Int32 shared with the runner: not 0 asks the worker to leave off after the batch at hand. */
  readonly stop: SharedArrayBuffer;
}
