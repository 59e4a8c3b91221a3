import { openDatabase } from "#db/open-database.ts";
import { sealSecrets } from "#db/vault/seal-secrets.ts";
import { type SecretPlace, Vault } from "#db/vault/vault.ts";

const [path = "", current = "", calls = ""] = process.argv.slice(2);

/** Ends its process at once, as a crash would, at the n-th secret that it seals. */
class FatalVault extends Vault {
  private left = Number(calls);

  override seal(place: SecretPlace, text: string): string {
    this.left -= 1;
    if (this.left === 0) process.kill(process.pid, "SIGKILL");
    return super.seal(place, text);
  }
}

sealSecrets(openDatabase(path), new FatalVault({ current, previous: [] }));
