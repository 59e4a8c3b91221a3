import { auth } from "./ar/auth.ts";
import { campaigns } from "./ar/campaigns.ts";
import { cascades } from "./ar/cascades.ts";
import { imports } from "./ar/imports.ts";
import { shell } from "./ar/shell.ts";
import type { Messages } from "./messages.ts";

export const ar = { ...shell, ...auth, ...campaigns, ...cascades, ...imports } as const satisfies Messages;
