import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { resetPassword } from "#db/auth-store/reset-password.ts";
import { migrate } from "#db/migrate.ts";
import { closeDatabase, openDatabase } from "#db/open-database.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { canonicalEmail } from "#lib/domain/canonical-email.ts";
import { passwordFault } from "#lib/domain/password-fault.ts";

const HELP = `npm run reset-password -- EMAIL

Asks for a new password, or reads it from standard input, and ends all sessions of the account.
The server may run meanwhile. DATABASE_PATH names the database; .data/intishar.db if unset.`;

/** What is typed is not shown. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, "");
  process.stderr.write("New password: ");
  const silence = new Writable({ write: (_piece, _encoding, done) => done() });
  const asked = createInterface({ input: process.stdin, output: silence, terminal: true });
  const password = await asked.question("");
  asked.close();
  process.stderr.write("\n");
  return password;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean", default: false } },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new Error("whose password? See --help");
  const email = canonicalEmail(given);
  if (email === null) throw new Error(`${given} is no e-mail address`);
  const path = resolve(process.env.DATABASE_PATH ?? ".data/intishar.db");
  if (!existsSync(path)) throw new Error(`${path}: there is no database`);
  const password = await askPassword();
  const fault = passwordFault(password, email);
  if (fault !== null) throw new Error(`the new password will not do: ${fault}`);
  migrate(path);
  const db = openDatabase(path);
  try {
    await resetPassword(db, { email, password });
  } catch (error) {
    throw error instanceof NotFoundError ? new Error(`${email} has no account in ${path}`) : error;
  } finally {
    closeDatabase(db);
  }
  process.stdout.write(`${email} has a new password, and is signed out everywhere\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`reset-password: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
