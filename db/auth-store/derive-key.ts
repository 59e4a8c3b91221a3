import { scrypt } from "node:crypto";

/** What scrypt is asked for: CPU and memory cost N, block size r, parallelism p (RFC 7914). */
export interface ScryptCost {
  N: number;
  r: number;
  p: number;
}

/**
 * Derives a key from a password with scrypt, off the main thread. Passwords are compared in NFKC, so that
 * one typed on another keyboard or system is still the same.
 */
export function deriveKey(password: string, salt: Buffer, length: number, cost: ScryptCost): Promise<Buffer> {
  // Node refuses more than 32 MiB unless told; scrypt needs 128 · N · r bytes and a little for each lane.
  const maxmem = 128 * cost.r * (cost.N + cost.p + 2);
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, length, { ...cost, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
