/** What the supervisor tells a process of the server. */
export type Order =
  /** Answers without an end of their own end now; all else goes on. */
  | { readonly kind: "drain" }
  /** Finish what is under way, then exit. */
  | { readonly kind: "stop" }
  /** How the pages are, for the front. */
  | { readonly kind: "pages"; readonly state: PagesState };

/** How the process of the pages is. */
export interface PagesState {
  readonly isUp: boolean;
  /** Times that it ended unasked. */
  readonly deaths: number;
}

/** What a process tells the supervisor once it does its work. */
export const READY = "ready";
