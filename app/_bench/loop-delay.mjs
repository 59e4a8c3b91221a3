import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

// Loaded before the server that is measured: tells on each message how long its event loop was held since the last.
if (isMainThread && process.send !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on("message", () => {
    process.send({ p999: delay.percentile(99.9) / 1e6, most: delay.max / 1e6 });
    delay.reset();
  });
}
