import { execFileSync } from "node:child_process";

/** The processes that a server is made of, beside the one that was started. */
export const PROCESS_NAMES = ["front", "pages"] as const;
export type ProcessName = (typeof PROCESS_NAMES)[number];

/** The process of that name that a server runs at this moment; null while it is down. */
export function processOf(server: number, name: ProcessName): number | null {
  const lines = execFileSync("ps", ["-ax", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const line = lines.find((one) => {
    const [, parent, ...args] = one.trim().split(/\s+/);
    return Number(parent) === server && args.join(" ").includes(`${name}-process.ts`);
  });
  return line === undefined ? null : Number.parseInt(line, 10);
}
