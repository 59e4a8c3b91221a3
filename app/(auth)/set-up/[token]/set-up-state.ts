import type { MessageKey } from "#lib/i18n/messages/messages.ts";

/** What the set-up form shows: the input so far, without the password, and what is wrong with it. */
export interface SetUpState {
  values: { email: string; workspaceName: string; zone: string | null };
  faults: Partial<Record<"email" | "password" | "workspaceName" | "zone", MessageKey>>;
}
