/** What the upgrading thread is given. */
export interface UpgradeJob {
  readonly databasePath: string;
}

/** What it says: the part that is done, 0 to 1; in the end that it is, or why not. */
export type UpgradeMessage =
  | { readonly done: number }
  | { readonly isDone: true }
  | { readonly fault: string; readonly lacksRoom: boolean };
