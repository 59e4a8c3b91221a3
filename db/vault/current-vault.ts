import { splitSecrets } from "#lib/env/auth-secrets.ts";
import { Vault } from "./vault.ts";

/** The vault of this process, of the secrets that its start has published; null where nothing was published. */
export function currentVault(): Vault | null {
  const { NEXTAUTH_SECRET: current = "", AUTH_SECRET_PREVIOUS: previous = "" } = process.env;
  return current === "" ? null : new Vault({ current, previous: splitSecrets(previous) });
}
