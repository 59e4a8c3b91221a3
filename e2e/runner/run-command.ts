import { spawn } from "node:child_process";
import { join } from "node:path";

const ROOT = new URL("../..", import.meta.url).pathname;

/** A tool of `node_modules/.bin` with its arguments. */
export interface Command {
  tool: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** How a command ended, and what it printed on both streams, in order. */
export interface Outcome {
  ok: boolean;
  output: string;
}

function commandEnv(extra: Command["env"]): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: "1", ...extra };
  // A mode set outside would make Next build, or React load, the wrong thing.
  Reflect.deleteProperty(env, "NODE_ENV");
  // Node warns when both are set.
  Reflect.deleteProperty(env, "FORCE_COLOR");
  return env;
}

/** Runs a tool from the root of the repository. Never rejects: a tool that cannot start has failed. */
export function runCommand({ tool, args, env }: Command): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(join(ROOT, "node_modules/.bin", tool), args, {
      cwd: ROOT,
      env: commandEnv(env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.on("error", (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}
