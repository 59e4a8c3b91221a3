import { scrypt } from "node:crypto";

/** What scrypt is asked for: CPU and memory cost N, block size r, parallelism p (RFC 7914). */
export interface ScryptCost {
  N: number;
  r: number;
  p: number;
}

/** Of Node's four threads for such work, so that files can still be unpacked and names looked up meanwhile. */
export const MOST_AT_ONCE = 2;

const KEY = Symbol.for("intishar.scrypt");

// Next bundles a module once per entry; only the global object is one per process, and so are its threads.
const globals: typeof globalThis & { [KEY]?: { running: number; readonly waiting: (() => void)[] } } =
  globalThis;

globals[KEY] ??= { running: 0, waiting: [] };

const line = globals[KEY];

/**
 * Derives a key from a password with scrypt, off the main thread, two at once; the rest wait in the order they came.
 * Passwords are compared in NFKC, so that one typed on another keyboard or system is still the same.
 */
export async function deriveKey(
  password: string,
  salt: Buffer,
  length: number,
  cost: ScryptCost,
): Promise<Buffer> {
  if (line.running >= MOST_AT_ONCE) await new Promise<void>((resolve) => line.waiting.push(resolve));
  else line.running += 1;
  try {
    return await derive(password, salt, length, cost);
  } finally {
    const next = line.waiting.shift();
    if (next === undefined) line.running -= 1;
    else next();
  }
}

function derive(password: string, salt: Buffer, length: number, cost: ScryptCost): Promise<Buffer> {
  // Node refuses more than 32 MiB unless told; scrypt needs 128 · N · r bytes and a little for each lane.
  const maxmem = 128 * cost.r * (cost.N + cost.p + 2);
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, length, { ...cost, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
