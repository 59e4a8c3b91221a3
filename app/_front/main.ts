import { nodeVersionFault } from "#app/_front/node-version-fault.ts";

const fault = nodeVersionFault(process.versions.node);
if (fault !== null) {
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}

const dev = process.argv.includes("--dev");
// React and Next choose their build by this while they load.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });

// Loaded only now: an old Node would fail inside a dependency, with a message that helps nobody.
const { runApp } = await import("#app/_front/run-app.ts");
await runApp({ dev });
