import { z } from "zod";
import { splitSecrets } from "#lib/env/auth-secrets.ts";
import { EnvError } from "#lib/env/env-error.ts";
import {
  PROVIDER_SHAPE,
  providerFaults,
  type SignInProviders,
  signInProviders,
} from "#lib/env/sign-in-providers.ts";

/** The settings of one server, checked. */
export interface Env {
  /** Path of the SQLite file, as given: relative to the working directory or absolute. */
  databasePath: string;
  /** Origin under which people reach this server, such as `https://spread.example.org`. */
  baseUrl: string;
  /** TCP port to listen on. */
  port: number;
  /** Address or name to listen on. */
  host: string;
  /** Key that signs sessions and seals secrets; null when the server is to keep one of its own. */
  authSecret: string | null;
  /** Keys before it, in any order: they open what they sealed, and nothing else. */
  authSecretPrevious: readonly string[];
  /** Addresses and CIDR ranges of the reverse proxies that may speak for a client. */
  trustedProxies: readonly string[];
  /** Largest import file, in bytes. */
  importMaxBytes: number;
  /** Opens `/metrics`; null: nothing does. */
  metricsToken: string | null;
  /** Where reports of vulnerabilities go, as a mailto: or https: URI; null: nobody is named. */
  securityContact: string | null;
  /** Folder for backups; null: `backups` beside the database. */
  backupPath: string | null;
  /** Seconds a stopping server may take. */
  shutdownSeconds: number;
  /** Whether an empty database may begin where traces of another lie. */
  newDatabase: boolean;
  /** Those elsewhere who may vouch for people. */
  signIn: SignInProviders;
  production: boolean;
}

const SHORTEST_SECRET = 32;
const SHORTEST_METRICS_TOKEN = 16;
const SAMPLE_SECRET = /change.?me|replace.?me|your.?secret|secret.?here|example|sample|password|placeholder/i;
const HOST_NAME = /^[a-z0-9._:-]{1,255}$/i;

const addressOrRange = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** A string that `faultOf` finds no fault with; a fault reads on from the variable's name. */
function text(faultOf: (value: string) => string | null) {
  return z.string().superRefine((value, context) => {
    const message = faultOf(value);
    if (message !== null) context.addIssue({ code: "custom", message });
  });
}

function wholeNumber(low: number, high: number, fallback: number) {
  const message = (value: string) =>
    `is ${JSON.stringify(value)}; expected a whole number from ${low} to ${high}`;
  const inRange = (value: string) =>
    /^\d{1,16}$/.test(value) && Number(value) >= low && Number(value) <= high;
  return text((value) => (inRange(value) ? null : message(value)))
    .transform(Number)
    .default(fallback);
}

// The value may carry a password, so the message never repeats it.
function baseUrlFault(value: string): string | null {
  const expected = "expected an http or https URL without path, query or user, such as https://example.org";
  if (!URL.canParse(value)) return `is not a URL; ${expected}`;
  const url = new URL(value);
  if (url.protocol !== "http:" && url.protocol !== "https:") return `is not http or https; ${expected}`;
  if (url.username !== "" || url.password !== "") return `names a user; ${expected}`;
  if (url.pathname !== "/" || /[?#]/.test(value)) return `has a path or a query; ${expected}`;
  return null;
}

function databasePathFault(value: string): string | null {
  const expected = "expected the path of a file";
  if (value.startsWith(":") || value.startsWith("file:")) return `is not a plain path; ${expected}`;
  if (/[/\\]$/.test(value)) return `names a folder; ${expected}`;
  return value.includes("\0") ? `holds a NUL character; ${expected}` : null;
}

function authSecretFault(value: string): string | null {
  const expected = `expected at least ${SHORTEST_SECRET} random characters, such as "openssl rand -base64 32" prints`;
  if (value.length < SHORTEST_SECRET) return `has ${value.length} characters; ${expected}`;
  if (new Set(value).size === 1) return `repeats a single character; ${expected}`;
  return SAMPLE_SECRET.test(value) ? `is a well-known sample; ${expected}` : null;
}

/** The same for each of a comma list. */
function authSecretsFault(value: string): string | null {
  const secrets = splitSecrets(value);
  for (const [index, secret] of secrets.entries()) {
    const fault = authSecretFault(secret);
    if (fault !== null)
      return secrets.length === 1 ? fault : `(secret ${index + 1} of ${secrets.length}) ${fault}`;
  }
  return null;
}

function metricsTokenFault(value: string): string | null {
  const isFine = value.length >= SHORTEST_METRICS_TOKEN && /^[\x21-\x7e]+$/.test(value);
  return isFine
    ? null
    : `is too short or has spaces; expected at least ${SHORTEST_METRICS_TOKEN} plain characters`;
}

function securityContactFault(value: string): string | null {
  const uri = contactUri(value) ?? "";
  const isFine = /^mailto:[^\s@]+@[^\s@]+$/.test(uri) || (uri.startsWith("https://") && URL.canParse(uri));
  return isFine && !/\s/.test(uri)
    ? null
    : "is neither an e-mail address nor an https URL; expected one of them";
}

/** A bare address becomes the URI that RFC 9116 asks for. */
function contactUri(value: string | undefined): string | null {
  if (value === undefined) return null;
  return value.includes("@") && !/^(?:mailto|https):/.test(value) ? `mailto:${value}` : value;
}

function backupPathFault(value: string): string | null {
  return value.includes("\0") ? "holds a NUL character; expected the path of a folder" : null;
}

function hostFault(value: string): string | null {
  return HOST_NAME.test(value) ? null : `is ${JSON.stringify(value)}; expected an address or a host name`;
}

const commaList = (value: string) =>
  value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

function trustedProxiesFault(value: string): string | null {
  const wrong = commaList(value).filter((item) => !addressOrRange.safeParse(item).success);
  if (wrong.length === 0) return null;
  return `holds ${JSON.stringify(wrong.join(", "))}; expected a comma list of IP addresses or CIDR ranges`;
}

const schema = z.object({
  ...PROVIDER_SHAPE,
  BACKUP_PATH: text(backupPathFault).optional(),
  DATABASE_PATH: text(databasePathFault).default(".data/intishar.db"),
  BASE_URL: text(baseUrlFault).optional(),
  PORT: wholeNumber(1, 65_535, 3000),
  HOST: text(hostFault).default("0.0.0.0"),
  AUTH_SECRET: text(authSecretFault).optional(),
  AUTH_SECRET_PREVIOUS: text(authSecretsFault).transform(splitSecrets).default([]),
  TRUSTED_PROXIES: text(trustedProxiesFault).transform(commaList).default([]),
  IMPORT_MAX_BYTES: wholeNumber(1, Number.MAX_SAFE_INTEGER, 8 * 1024 ** 3),
  METRICS_TOKEN: text(metricsTokenFault).optional(),
  SECURITY_CONTACT: text(securityContactFault).optional(),
  SHUTDOWN_SECONDS: wholeNumber(1, 3600, 10),
  INTISHAR_NEW_DATABASE: text((value) =>
    value === "1" ? null : `is ${JSON.stringify(value)}; expected 1`,
  ).optional(),
});

/** The names of all variables that are read. */
export const ENV_NAMES = Object.keys(schema.shape);

/**
 * Reads the settings from environment variables. An empty variable counts as unset, because that is
 * what Compose files make of one; unknown variables are ignored.
 * @throws {EnvError} that names every faulty variable
 */
export function parseEnv(
  record: Readonly<Record<string, string | undefined>>,
  { production }: { production: boolean },
): Env {
  const given = Object.fromEntries(ENV_NAMES.map((name) => [name, record[name]?.trim() || undefined]));
  const result = schema.safeParse(given);
  const faults = result.error?.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`) ?? [];
  faults.push(...providerFaults(given));
  if (!result.success || faults.length > 0) throw new EnvError(faults);
  const values = result.data;
  return {
    databasePath: values.DATABASE_PATH,
    baseUrl: new URL(values.BASE_URL ?? `http://localhost:${values.PORT}`).origin,
    port: values.PORT,
    host: values.HOST,
    authSecret: values.AUTH_SECRET ?? null,
    authSecretPrevious: values.AUTH_SECRET_PREVIOUS,
    trustedProxies: values.TRUSTED_PROXIES,
    importMaxBytes: values.IMPORT_MAX_BYTES,
    metricsToken: values.METRICS_TOKEN ?? null,
    securityContact: contactUri(values.SECURITY_CONTACT),
    backupPath: values.BACKUP_PATH ?? null,
    shutdownSeconds: values.SHUTDOWN_SECONDS,
    newDatabase: values.INTISHAR_NEW_DATABASE !== undefined,
    signIn: signInProviders(given),
    production,
  };
}
