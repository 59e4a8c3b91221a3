import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { nodeVersionFault } from "#app/_front/node-version-fault.ts";

const HELP = `npm run demo -- [--log FILE]

Builds Intishar, plants a workspace of simulated campaigns, and serves it.
  --log FILE   also imports a share log (CSV or NDJSON, plain or gzip) as a campaign of its own
`;

const { values } = parseArgs({ options: { log: { type: "string" }, help: { type: "boolean" } } });
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const fault = nodeVersionFault(process.versions.node);
if (fault !== null) {
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}
Object.assign(process.env, {
  NODE_ENV: "production",
  DATABASE_PATH: process.env.DATABASE_PATH ?? ".data/demo.db",
});

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

run("npx", ["next", "build"]);

const { hashPassword } = await import("#db/auth-store/hash-password.ts");
const { migrate } = await import("#db/migrate.ts");
const { openDatabase } = await import("#db/open-database.ts");
const { printUpgrade } = await import("#db/upgrade/print-upgrade.ts");
const { DEMO_EMAIL, DEMO_WORKSPACE, plantDemo } = await import("#db/seed/plant-demo.ts");
const { runApp } = await import("#app/_front/run-app.ts");

const path = resolve(process.env.DATABASE_PATH ?? "");
const password = randomBytes(9).toString("base64url");
mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
// What is simulated can be made again, so nothing is missed when its file was deleted.
migrate(path, { isNewAllowed: true, onProgress: printUpgrade(process.stdout) });
const db = openDatabase(path);
plantDemo(db, {
  passwordHash: await hashPassword(password),
  now: Date.now(),
  onCampaign: (name) => process.stdout.write(`Simulating “${name}” …\n`),
});
db.$client.close();

if (values.log !== undefined) {
  const target = ["--workspace", DEMO_WORKSPACE, "--campaign", "Imported log", "--create"];
  run(process.execPath, ["--import", "tsx", "db/commands/import.ts", values.log, ...target]);
}

await runApp({ dev: false });
process.stdout.write(
  `\nThe campaigns are simulated. Sign in with\n  e-mail    ${DEMO_EMAIL}\n  password  ${password}\n`,
);
