import { handleSignals } from "#app/_front/handle-signals.ts";
import { startServer } from "#app/_front/start-server.ts";

// A process of its own for the tests of signals. Each path makes it fail in one way.
let finish = (): void => undefined;

const server = await startServer({
  handler: async (req, res) => {
    if (req.url === "/hold") {
      finish = () => void res.end("finished");
      process.stdout.write("holding\n");
      return;
    }
    if (req.url === "/reject") void Promise.reject(new Error("rejected"));
    if (req.url === "/throw") setImmediate(() => raise());
    res.end("ok");
  },
  baseUrl: "http://intishar.test",
  host: "127.0.0.1",
  port: 0,
  shutdownSeconds: 5,
  onStop: [() => void process.stdout.write("hook\n")],
});

function raise(): never {
  throw new Error("thrown");
}

handleSignals(
  () => {
    // Let the held request finish only once the stop has begun.
    setImmediate(() => finish());
    return server.stop();
  },
  (failure) => process.stderr.write(`${failure.event}\n`),
);
process.stdout.write(`${server.port}\n`);
