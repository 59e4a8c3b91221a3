import { renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

// Loaded before the processes that are measured: at each signal one writes down for how long its event loop was held
// since the last.
const folder = process.env.LOOP_DELAY_FOLDER;

if (isMainThread && folder !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on("SIGUSR2", () => {
    const file = join(folder, `${basename(process.argv[1] ?? "")}.json`);
    writeFileSync(
      `${file}.draft`,
      JSON.stringify({ p999: delay.percentile(99.9) / 1e6, most: delay.max / 1e6 }),
    );
    // Whoever waits for the file must not find half of it.
    renameSync(`${file}.draft`, file);
    delay.reset();
  });
}
