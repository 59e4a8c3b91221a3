import type { en } from "./en.ts";

export type MessageKey = keyof typeof en;

/** Every sentence of the interface in one language; a missing one does not compile. */
export type Messages = Readonly<Record<MessageKey, string>>;
