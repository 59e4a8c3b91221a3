import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { findCredentials } from "#db/auth-store/find-credentials.ts";
import { issuePasswordReset } from "#db/auth-store/password-reset.ts";
import { resetPassword } from "#db/auth-store/reset-password.ts";
import { removeSecondFactors } from "#db/auth-store/second-factors.ts";
import { migrate } from "#db/migrate.ts";
import { closeDatabase, openDatabase } from "#db/open-database.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { canonicalEmail } from "#lib/domain/canonical-email.ts";
import { passwordFault } from "#lib/domain/password-fault.ts";
import { parseEnv } from "#lib/env/parse-env.ts";

const HELP = `npm run reset-password -- EMAIL [options]
  --ask  asks for the new password here, or reads it from standard input, instead of making a link
  --without-second-factor
         also turns off the account's authenticator app and forgets its passkeys and recovery codes, at once

Prints a link by which whoever owns the account sets a new password, once within an hour: that signs them in, and
ends all other sessions. A second factor is asked for as ever. It voids the link before. The server may run meanwhile.
DATABASE_PATH names the database; .data/intishar.db if unset. BASE_URL is where the link leads.`;

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
    options: {
      ask: { type: "boolean", default: false },
      "without-second-factor": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
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
  if (values["without-second-factor"]) process.stdout.write(takeSecondFactor(path, email));
  process.stdout.write(values.ask ? await setAsked(path, email) : makeLink(path, email));
}

/** @returns what to print */
async function setAsked(path: string, email: string): Promise<string> {
  const password = await askPassword();
  const fault = passwordFault(password, email);
  if (fault !== null) throw new Error(`the new password will not do: ${fault}`);
  migrate(path);
  const db = openDatabase(path);
  try {
    await resetPassword(db, { email, password });
  } catch (error) {
    throw error instanceof NotFoundError ? new Error(noAccount(path, email)) : error;
  } finally {
    closeDatabase(db);
  }
  return `${email} has a new password, and is signed out everywhere\n`;
}

/** @returns what to print */
function takeSecondFactor(path: string, email: string): string {
  migrate(path);
  const db = openDatabase(path);
  try {
    const account = findCredentials(db, email);
    if (account === null) throw new Error(noAccount(path, email));
    removeSecondFactors(db, account.userId);
    return `${email} has no second factor any more\n`;
  } finally {
    closeDatabase(db);
  }
}

/** @returns what to print */
function makeLink(path: string, email: string): string {
  // As the server reads it.
  const { baseUrl } = parseEnv(process.env, { production: true });
  migrate(path);
  const db = openDatabase(path);
  try {
    const account = findCredentials(db, email);
    if (account === null) throw new Error(noAccount(path, email));
    const token = issuePasswordReset(db, account.userId, Date.now());
    return `${email} sets a new password by this link, once within an hour:\n${baseUrl}/reset-password/${token}\n`;
  } finally {
    closeDatabase(db);
  }
}

function noAccount(path: string, email: string): string {
  return `${email} has no account in ${path}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`reset-password: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
