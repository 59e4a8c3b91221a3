import { Vault } from "#db/vault/vault.ts";

export const TEST_SECRETS = { current: "the secret of the tests alone, long enough", previous: [] };

/** The vault of connections in tests. */
export const TEST_VAULT = new Vault(TEST_SECRETS);

/** That of a server which has lost the secret of `TEST_VAULT`. */
export const OTHER_VAULT = new Vault({
  current: "a secret that sealed nothing as yet, long enough",
  previous: [],
});
