import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The longest address of a socket that every system takes, less the name in the folder. */
const LONGEST = 90;
const PREFIX = "intishar-";

/**
 * Makes a folder of this process's own for a socket: among the system's temporary files, or, where those have no room,
 * beside the database, else in the memory that systems share.
 * @throws what mkdtemp throws where none of them takes it
 */
export function socketFolder(databasePath: string): string {
  const places = [tmpdir(), dirname(databasePath), "/dev/shm", "/run"].filter(
    (place, i) => i === 0 || place.length + PREFIX.length + 6 <= LONGEST,
  );
  let first: unknown;
  for (const place of places) {
    try {
      return mkdtempSync(join(place, PREFIX));
    } catch (error) {
      first ??= error;
    }
  }
  throw first;
}
