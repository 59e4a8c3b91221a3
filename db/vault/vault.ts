import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { AuthSecrets } from "#lib/env/auth-secrets.ts";
import type { SealedColumn } from "./sealed-columns.ts";

const CIPHER = "aes-256-gcm";
const SALT = "intishar/vault/v1";
const VERSION = "v1.";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG = { authTagLength: 16 } as const;
const SEALED = /^v1\.(?<iv>[\w-]{16})\.(?<body>[\w-]*)\.(?<tag>[\w-]{22})$/;

/** Where a secret is stored: what was sealed for one place opens in no other. */
export interface SecretPlace {
  readonly column: Pick<SealedColumn, "table" | "column">;
  readonly workspaceId: number;
  readonly rowId: number;
}

/** What was sealed, and whether with the secret that seals now. */
export interface Opened {
  readonly text: string;
  readonly isCurrent: boolean;
}

/** Whether a stored text is sealed: what older versions stored is plain until the next start. */
export function isSealed(stored: string): boolean {
  return stored.startsWith(VERSION);
}

/**
 * Seals secrets of the database under keys that are not in it: AES-256-GCM, a key for each workspace, made of
 * AUTH_SECRET by HKDF-SHA-256. A copy of the file alone opens none.
 */
export class Vault {
  // Private to the language, too: nothing that prints or serialises an object comes upon them.
  readonly #secrets: readonly string[];
  readonly #keys = new Map<string, Buffer>();

  constructor({ current, previous }: AuthSecrets) {
    this.#secrets = [current, ...previous];
  }

  /** @returns `v1.<iv>.<cipher>.<tag>`, each in base64url */
  seal(place: SecretPlace, text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keyOf(this.#secrets[0] ?? "", place), iv, TAG);
    cipher.setAAD(nameOf(place));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return VERSION + [iv, body, cipher.getAuthTag()].map((part) => part.toString("base64url")).join(".");
  }

  /** What was sealed for this place with the current secret or one before it; null for anything else. */
  open(place: SecretPlace, stored: string): Opened | null {
    const parts = SEALED.exec(stored)?.groups;
    if (parts === undefined) return null;
    const [iv, body, tag] = [parts.iv, parts.body, parts.tag].map((part = "") =>
      Buffer.from(part, "base64url"),
    );
    if (iv === undefined || body === undefined || tag === undefined) return null;
    for (const [before, secret] of this.#secrets.entries()) {
      const decipher = createDecipheriv(CIPHER, this.#keyOf(secret, place), iv, TAG);
      decipher.setAAD(nameOf(place)).setAuthTag(tag);
      const text = decipher.update(body, undefined, "utf8");
      try {
        return { text: text + decipher.final("utf8"), isCurrent: before === 0 };
      } catch {
        // Sealed with another secret, or for another place.
      }
    }
    return null;
  }

  #keyOf(secret: string, { workspaceId }: SecretPlace): Buffer {
    const name = `${workspaceId} ${secret}`;
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const key = Buffer.from(hkdfSync("sha256", secret, SALT, String(workspaceId), KEY_BYTES));
    this.#keys.set(name, key);
    return key;
  }
}

function nameOf({ column, workspaceId, rowId }: SecretPlace): Buffer {
  return Buffer.from([workspaceId, column.table, rowId, column.column].join("|"));
}
