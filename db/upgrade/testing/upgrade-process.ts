import { existsSync } from "node:fs";
import { migrate } from "#db/migrate.ts";

// A process of its own for the tests of crashes and of starts at once: `FILE die 0.5` ends as by a crash when half is
// done, `FILE wait OTHER` stands still inside the upgrade until OTHER exists, `FILE` goes through.
const [path = "", behaviour, value = ""] = process.argv.slice(2);
const lock = new Int32Array(new SharedArrayBuffer(4));
const POLL_MS = 10;

process.send?.("started");
migrate(path, {
  onProgress: (done) => {
    process.send?.("upgrading");
    if (behaviour === "die" && done >= Number(value)) process.kill(process.pid, "SIGKILL");
    while (behaviour === "wait" && !existsSync(value)) Atomics.wait(lock, 0, 0, POLL_MS);
  },
});
process.disconnect?.();
