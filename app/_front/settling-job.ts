/** What the settling thread is given. */
export interface SettlingJob {
  readonly databasePath: string;
  /** Not 0 once it should stop after the step at hand. */
  readonly stop: SharedArrayBuffer;
}
