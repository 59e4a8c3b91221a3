import type { MessageKey } from "#lib/i18n/messages/messages.ts";

/** What came of a change to how a person signs in. */
export interface SecurityState {
  /** What is wrong; nothing was changed then. */
  readonly fault?: MessageKey;
  /** Recovery codes that were made, to be shown this once. */
  readonly codes?: readonly string[];
}

/** A change, as a form sends it. */
export type SecurityAction = (form: FormData) => Promise<SecurityState>;
