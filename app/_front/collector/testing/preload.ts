import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Whether this machine can make what stands in for a faulty disk. */
export const canPreload = spawnSync("g++", ["--version"]).status === 0 && process.platform === "linux";

/**
 * Compiles what stands in for a disk that loses its power, or is full: a file named `full` or `read-only` in
 * `<folder>/data` makes writing there fail; `<folder>/copies` holds what was synced alone.
 * @returns the variables of the process to which it happens
 */
export function preload(folder: string): Record<string, string> {
  const library = join(folder, "power-cut.so");
  const source = new URL("./power-cut.cpp", import.meta.url).pathname;
  execFileSync("g++", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]);
  const data = join(folder, "data");
  const copies = join(folder, "copies");
  mkdirSync(data);
  mkdirSync(copies);
  return { LD_PRELOAD: library, POWER_CUT_FOLDER: data, POWER_CUT_COPIES: copies };
}
