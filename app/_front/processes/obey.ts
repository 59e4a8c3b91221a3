import type { Failure } from "#app/_front/failure-line.ts";
import { type Order, READY } from "./messages.ts";

/**
 * Ties this process to its supervisor: an order to stop, or the supervisor's own end, stops it and exits with 0 (1
 * when the stop was not clean). Signals are the supervisor's matter: a terminal sends them to all processes at once,
 * and the order of the stop would be lost. A rejection that nobody handled is logged; an exception that nobody caught
 * is logged, stops the process and exits with 1.
 */
export function obey(options: {
  readonly stop: () => Promise<boolean>;
  readonly onOrder?: (order: Order) => void;
  readonly log: (failure: Failure) => void;
}): { ready(): void } {
  const { stop, onOrder, log } = options;
  let isStopping = false;
  const exit = async (status: number) => {
    if (isStopping) return;
    isStopping = true;
    const isClean = await stop();
    process.exit(isClean ? status : 1);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => undefined);
  process.on("message", (order: Order) => {
    if (order.kind === "stop") void exit(0);
    else onOrder?.(order);
  });
  process.on("disconnect", () => void exit(0));
  process.on("unhandledRejection", (error) => log({ event: "unhandled-rejection", error }));
  process.on("uncaughtException", (error) => {
    log({ event: "uncaught-exception", error });
    void exit(1);
  });
  return { ready: () => void process.send?.(READY) };
}
