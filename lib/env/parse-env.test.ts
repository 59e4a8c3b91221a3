import { expect, test } from "vitest";
import { EnvError } from "#lib/env/env-error.ts";
import { parseEnv } from "#lib/env/parse-env.ts";

const parse = (record: Record<string, string>) => parseEnv(record, { production: true });

function faults(record: Record<string, string>): readonly string[] {
  try {
    parse(record);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.faults;
    throw error;
  }
}

const DEFAULTS = {
  databasePath: ".data/intishar.db",
  baseUrl: "http://localhost:3000",
  port: 3000,
  host: "0.0.0.0",
  authSecret: null,
  authSecretPrevious: [],
  trustedProxies: [],
  importMaxBytes: 8_589_934_592,
  metricsToken: null,
  securityContact: null,
  backupPath: null,
  shutdownSeconds: 10,
  newDatabase: false,
  signIn: { google: null, github: null, oidc: null, isOnly: false },
  production: true,
};

test("an empty environment gives the defaults, and so do empty and unknown variables", () => {
  expect(parse({})).toEqual(DEFAULTS);
  expect(parse({ PORT: "", AUTH_SECRET: " ", TRUSTED_PROXIES: "", SOMETHING_ELSE: "x" })).toEqual(DEFAULTS);
});

test("every variable is read", () => {
  const record = {
    DATABASE_PATH: "/var/lib/intishar/events.db",
    BASE_URL: "https://Spread.example.org:443/",
    PORT: "8080",
    HOST: "::1",
    AUTH_SECRET: "Jx0vU2m9Qd7LkT4wYs1RbN6cEf3GhZ8p",
    AUTH_SECRET_PREVIOUS: "first-Qd7LkT4wYs1RbN6cEf3GhZ8pJx0vU, with%2Ccomma-T4wYs1RbN6cEf3GhZ8pJx0vU",
    TRUSTED_PROXIES: "10.0.0.0/8, 192.168.1.1,fd00::/8",
    IMPORT_MAX_BYTES: "1048576",
    METRICS_TOKEN: "c9Fh2-long-enough",
    SECURITY_CONTACT: "security@example.org",
    BACKUP_PATH: "/backups",
    SHUTDOWN_SECONDS: "30",
    INTISHAR_NEW_DATABASE: "1",
    OIDC_ISSUER: "https://id.example.org",
    OIDC_CLIENT_ID: "intishar",
    OIDC_CLIENT_SECRET: " hidden ",
    OIDC_ONLY: "1",
  };
  expect(parseEnv(record, { production: false })).toEqual({
    databasePath: "/var/lib/intishar/events.db",
    baseUrl: "https://spread.example.org",
    port: 8080,
    host: "::1",
    authSecret: "Jx0vU2m9Qd7LkT4wYs1RbN6cEf3GhZ8p",
    authSecretPrevious: ["first-Qd7LkT4wYs1RbN6cEf3GhZ8pJx0vU", "with,comma-T4wYs1RbN6cEf3GhZ8pJx0vU"],
    trustedProxies: ["10.0.0.0/8", "192.168.1.1", "fd00::/8"],
    importMaxBytes: 1_048_576,
    metricsToken: "c9Fh2-long-enough",
    securityContact: "mailto:security@example.org",
    backupPath: "/backups",
    shutdownSeconds: 30,
    newDatabase: true,
    signIn: {
      ...{ google: null, github: null, isOnly: true },
      oidc: {
        ...{ issuer: "https://id.example.org", clientId: "intishar", clientSecret: "hidden" },
        ...{ name: "id.example.org", domains: [] },
      },
    },
    production: false,
  });
});

test("the default base URL follows the port", () => {
  expect(parse({ PORT: "8080" }).baseUrl).toBe("http://localhost:8080");
});

test("every faulty variable is named at once, each on its own line", () => {
  const record = {
    DATABASE_PATH: "folder/",
    BASE_URL: "example.org",
    PORT: "65536",
    HOST: "a b",
    AUTH_SECRET: "short",
    AUTH_SECRET_PREVIOUS: "Jx0vU2m9Qd7LkT4wYs1RbN6cEf3GhZ8p,short",
    TRUSTED_PROXIES: "10.0.0.0/8, proxy, 10.0.0.0/33",
    IMPORT_MAX_BYTES: "8 GiB",
    SHUTDOWN_SECONDS: "0",
  };
  expect(() => parse(record)).toThrowErrorMatchingInlineSnapshot(`
    [EnvError: DATABASE_PATH names a folder; expected the path of a file
    BASE_URL is not a URL; expected an http or https URL without path, query or user, such as https://example.org
    PORT is "65536"; expected a whole number from 1 to 65535
    HOST is "a b"; expected an address or a host name
    AUTH_SECRET has 5 characters; expected at least 32 random characters, such as "openssl rand -base64 32" prints
    AUTH_SECRET_PREVIOUS (secret 2 of 2) has 5 characters; expected at least 32 random characters, such as "openssl rand -base64 32" prints
    TRUSTED_PROXIES holds "proxy, 10.0.0.0/33"; expected a comma list of IP addresses or CIDR ranges
    IMPORT_MAX_BYTES is "8 GiB"; expected a whole number from 1 to 9007199254740991
    SHUTDOWN_SECONDS is "0"; expected a whole number from 1 to 3600]
  `);
});

test.each([
  ["SECURITY_CONTACT", "security"],
  ["SECURITY_CONTACT", "http://example.org/security"],
  ["SECURITY_CONTACT", "a@example.org Expires: never"],
  ["BASE_URL", "ftp://example.org"],
  ["BASE_URL", "https://example.org/app"],
  ["BASE_URL", "https://example.org/?"],
  ["BASE_URL", "https://user:hunter2@example.org"],
  ["DATABASE_PATH", ":memory:"],
  ["DATABASE_PATH", "file:x.db"],
  ["PORT", "0"],
  ["PORT", "-1"],
  ["PORT", "3000.5"],
  ["PORT", "0x50"],
  ["IMPORT_MAX_BYTES", "9007199254740993"],
  ["INTISHAR_NEW_DATABASE", "yes"],
  ["AUTH_SECRET", "a".repeat(64)],
  ["AUTH_SECRET", "changeme-changeme-changeme-changeme"],
  ["AUTH_SECRET", "Jx0vU2m9Qd7LkT4wYs1RbN6cEf3GhZ8"],
  ["AUTH_SECRET_PREVIOUS", "Jx0vU2m9Qd7LkT4wYs1RbN6cEf3GhZ8"],
  ["AUTH_SECRET_PREVIOUS", "changeme-changeme-changeme-changeme"],
  ["OIDC_DOMAINS", "@example.org"],
])("%s=%s is the one fault", (name, value) => {
  expect(faults({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} .*; expected `))]);
});

test("no message repeats a secret", () => {
  const record = {
    AUTH_SECRET: "hunter2",
    AUTH_SECRET_PREVIOUS: "hunter2,hunter2",
    BASE_URL: "https://user:hunter2@example.org",
  };
  expect(faults(record)).toHaveLength(3);
  expect(faults(record).join()).not.toContain("hunter2");
});
