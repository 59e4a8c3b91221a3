import type { MessageKey } from "#lib/i18n/messages/messages.ts";

/** What is wrong with the password that was typed; null: nothing yet. */
export interface ResetState {
  readonly fault: MessageKey | null;
}
