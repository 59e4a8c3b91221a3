import type { MessageKey } from "#lib/i18n/messages/messages.ts";

/** What a person may do with an import once its columns are set. */
export const IMPORT_STEPS = ["start", "cure", "forget", "discard", "cancel", "undo"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** A server action bound to one import and step; answers with the reason when it could not be done. */
export type StepAction = (before: MessageKey | null, form: FormData) => Promise<MessageKey | null>;
