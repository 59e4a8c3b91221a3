// A process to be supervised. What it does first it is told by its argument, the rest by messages.
const [behaviour, status] = process.argv.slice(2);
if (behaviour === "fail") process.exit(Number(status));
process.on("message", (message) => {
  if (message.kind === "stop" && behaviour !== "stubborn") process.exit(Number(status ?? 0));
  if (message.kind === "drain") process.exit(3);
});
process.send("ready");
