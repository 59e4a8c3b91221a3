import type { Failure } from "#app/_front/failure-line.ts";

/**
 * Ties the process to the server: SIGTERM and SIGINT stop it and exit with 0 (1 when the stop was not
 * clean), a second signal exits with 1 at once. A rejection that nobody handled is logged; an exception
 * that nobody caught is logged, stops the server and exits with 1.
 */
export function handleSignals(stop: () => Promise<boolean>, log: (failure: Failure) => void): void {
  let stopping = false;
  const exit = async (status: number) => {
    stopping = true;
    const clean = await stop();
    process.exit(clean ? status : 1);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      void exit(0);
    });
  }
  process.on("unhandledRejection", (error) => log({ event: "unhandled-rejection", error }));
  process.on("uncaughtException", (error) => {
    log({ event: "uncaught-exception", error });
    if (!stopping) void exit(1);
  });
}
