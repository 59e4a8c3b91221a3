import { BENCHES } from "./registry.ts";

const [name = "", ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  process.stderr.write(`npm run bench -- NAME: one of ${Object.keys(BENCHES).join(", ")}\n`);
  process.exitCode = 1;
} else await bench(args);
