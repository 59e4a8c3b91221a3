import { register } from "tsx/esm/api";

// Node 20 applies --import to the main thread alone: a worker must register the loader of TypeScript itself.
register();
await import("./forecasting-worker.ts");
