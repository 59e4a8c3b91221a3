import { BroadcastChannel, parentPort, threadId, workerData } from "node:worker_threads";

// A thread that does what its jobs say: `throw`, `exit`, `wait` until the gate of its number is open, or answer.
const { began, gates } = workerData;
const news = new BroadcastChannel(began);
news.unref();

parentPort?.on("message", ({ id, label, does, gate }) => {
  news.postMessage(label);
  if (does === "throw") throw new Error(`thrown by ${label}`);
  if (does === "exit") process.exit(1);
  if (does === "wait") Atomics.wait(gates, gate, 0);
  parentPort?.postMessage({ id, label, thread: threadId });
});
