import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import type { AuthSecrets } from "#lib/env/auth-secrets.ts";

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;
const WELL_FORMED = /^[A-Za-z0-9_-]{43,}$/;

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function readSecretFile(path: string): string | null {
  let secret: string;
  try {
    secret = readFileSync(path, "utf8").trim();
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
  if (!WELL_FORMED.test(secret)) {
    throw new Error(
      `${path} holds no usable secret; restore it from a backup, or set AUTH_SECRET, or delete it: ` +
        "then everybody signs in anew, and keys that were sealed with it stay sealed",
    );
  }
  chmodSync(path, OWNER_ONLY);
  return secret;
}

// A complete file is linked into place: a crash leaves no half-written secret, and of two servers that
// start together one wins and both use its secret.
function storeNewSecret(path: string): void {
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    const file = openSync(draft, "wx", OWNER_ONLY);
    try {
      writeSync(file, `${randomBytes(SECRET_BYTES).toString("base64url")}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The key that signs sessions: the operator's, or one made on the first start and kept beside the
 * database as `<database file>.secret`, readable by its owner alone.
 * @throws when the file exists and holds no usable secret, or the folder cannot be written
 */
export function readAuthSecret(env: { authSecret: string | null; databasePath: string }): string {
  if (env.authSecret !== null) return env.authSecret;
  const path = `${env.databasePath}.secret`;
  const stored = readSecretFile(path);
  if (stored !== null) return stored;
  storeNewSecret(path);
  const secret = readSecretFile(path);
  if (secret === null) throw new Error(`${path} vanished while it was being written`);
  return secret;
}

/**
 * The secrets of this server: `readAuthSecret`, and those before it. Whoever sets AUTH_SECRET for the first time has
 * what was sealed with the one kept beside the database, so that one still opens.
 * @throws as `readAuthSecret` does
 */
export function readAuthSecrets(env: {
  authSecret: string | null;
  authSecretPrevious: readonly string[];
  databasePath: string;
}): AuthSecrets {
  const current = readAuthSecret(env);
  const kept = keptSecret(`${env.databasePath}.secret`);
  const previous = new Set(kept === null ? env.authSecretPrevious : [...env.authSecretPrevious, kept]);
  previous.delete(current);
  return { current, previous: [...previous] };
}

function keptSecret(path: string): string | null {
  try {
    return readSecretFile(path);
  } catch {
    // Nothing depends on it: whether it was wanted is seen when something does not open.
    return null;
  }
}
