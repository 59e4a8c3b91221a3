import { z } from "zod";

/** What a provider knows this server by. */
export interface ProviderClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Those elsewhere who may vouch for people. */
export interface SignInProviders {
  readonly google: ProviderClient | null;
  readonly github: ProviderClient | null;
  /** Any provider of OpenID Connect. */
  readonly oidc: OidcClient | null;
  /** Whether nobody signs in by a password. */
  readonly isOnly: boolean;
}

export interface OidcClient extends ProviderClient {
  /** As the provider names itself, without a slash at its end. */
  readonly issuer: string;
  /** What its button says. */
  readonly name: string;
  /** Domains of e-mail addresses whose people need no invitation, in lower case. */
  readonly domains: readonly string[];
}

type Named = Readonly<Record<string, string | undefined>>;

const LONGEST_NAME = 40;
const DOMAIN = /^(?=.{3,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

export const PROVIDER_NAMES = [
  "GITHUB_CLIENT_ID",
  "GITHUB_CLIENT_SECRET",
  "GOOGLE_CLIENT_ID",
  "GOOGLE_CLIENT_SECRET",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_DOMAINS",
  "OIDC_ISSUER",
  "OIDC_NAME",
  "OIDC_ONLY",
] as const;

/** The same names for a schema; what is wrong with them is told by `providerFaults`. */
export const PROVIDER_SHAPE = Object.fromEntries(
  PROVIDER_NAMES.map((name) => [name, z.string().optional()]),
) as Record<(typeof PROVIDER_NAMES)[number], z.ZodOptional<z.ZodString>>;

/** The providers that variables name, which `providerFaults` found no fault with. */
export function signInProviders(record: Named): SignInProviders {
  const env = withoutEmpty(record);
  const clientOf = (prefix: string) => {
    const [clientId, clientSecret] = [env[`${prefix}_CLIENT_ID`], env[`${prefix}_CLIENT_SECRET`]];
    return clientId === undefined || clientSecret === undefined ? null : { clientId, clientSecret };
  };
  const { OIDC_ISSUER: issuer, OIDC_NAME: name, OIDC_DOMAINS: domains = "", OIDC_ONLY: only } = env;
  const client = clientOf("OIDC");
  const oidc =
    client === null || issuer === undefined
      ? null
      : {
          ...client,
          issuer: issuer.replace(/\/$/, ""),
          name: name ?? new URL(issuer).hostname,
          domains: listed(domains),
        };
  return { google: clientOf("GOOGLE"), github: clientOf("GITHUB"), oidc, isOnly: only !== undefined };
}

/** One line for each variable that is wrong, without any secret. */
export function providerFaults(record: Named): string[] {
  const env = withoutEmpty(record);
  const isPartial = (names: readonly string[]) => {
    const missing = names.filter((name) => env[name] === undefined);
    return missing.length === 0 || missing.length === names.length ? [] : missing;
  };
  const client = (prefix: string) => [`${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`];
  const faults = [client("GOOGLE"), client("GITHUB"), ["OIDC_ISSUER", ...client("OIDC")]].flatMap((names) =>
    isPartial(names).map(
      (name) =>
        `${name} is not set; expected it beside ${names.filter((other) => other !== name).join(" and ")}`,
    ),
  );
  if (env.OIDC_ISSUER !== undefined && !isIssuer(env.OIDC_ISSUER))
    faults.push("OIDC_ISSUER is not an https URL without query; expected one such as https://id.example.org");
  if ((env.OIDC_NAME ?? "").length > LONGEST_NAME)
    faults.push(`OIDC_NAME is longer than ${LONGEST_NAME} characters`);
  const wrong = listed(env.OIDC_DOMAINS ?? "").filter((domain) => !DOMAIN.test(domain));
  if (wrong.length > 0)
    faults.push(
      `OIDC_DOMAINS holds ${JSON.stringify(wrong.join(", "))}; expected a comma list of domains such as example.org`,
    );
  if (env.OIDC_ONLY !== undefined && env.OIDC_ONLY !== "1")
    faults.push(`OIDC_ONLY is ${JSON.stringify(env.OIDC_ONLY)}; expected 1`);
  const isAny = ["GOOGLE_CLIENT_ID", "GITHUB_CLIENT_ID", "OIDC_CLIENT_ID"].some(
    (name) => env[name] !== undefined,
  );
  if (env.OIDC_ONLY !== undefined && !isAny)
    faults.push("OIDC_ONLY is set without a provider; nobody could sign in");
  return faults;
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  // What a provider says on the way is believed: only the machine itself needs no TLS for that.
  const isSafe = protocol === "https:" || (protocol === "http:" && LOOPBACK.includes(hostname));
  return isSafe && search === "" && hash === "" && username === "";
}

function listed(text: string): string[] {
  return text
    .split(",")
    .map((domain) => domain.trim().toLowerCase())
    .filter((domain) => domain !== "");
}

function withoutEmpty(record: Named): Named {
  return Object.fromEntries(PROVIDER_NAMES.map((name) => [name, record[name]?.trim() || undefined]));
}
