import type { Account, Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { Vouched } from "#db/auth-store/linked-sign-ins.ts";
import { canonicalEmail } from "#lib/domain/canonical-email.ts";
import { type ProviderClient, type SignInProviders, signInProviders } from "#lib/env/sign-in-providers.ts";

const GOOGLE = "https://accounts.google.com";
const GITHUB = "https://github.com/login/oauth";
const GITHUB_API = "https://api.github.com";

const Addresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));
const Claims = z.object({
  iss: z.string().optional(),
  email: z.string().optional(),
  // Some send it as text, and what that says nobody has defined.
  email_verified: z.boolean().catch(false).optional(),
});

/** A provider's name in addresses, and what its button says. */
export interface ListedProvider {
  readonly id: "google" | "github" | "oidc";
  readonly name: string;
}

const configured = (): SignInProviders => signInProviders(process.env);

/** Whether people sign in by a provider alone, and by no password. */
export const isVouchedOnly = (): boolean => configured().isOnly;

/** Whose people need no invitation. */
export const listedDomains = (): readonly string[] => configured().oidc?.domains ?? [];

/** The providers whose variables are set, as the sign-in page lists them. */
export function listedProviders(): ListedProvider[] {
  const { google, github, oidc } = configured();
  return [
    ...(oidc === null ? [] : [{ id: "oidc" as const, name: oidc.name }]),
    ...(google === null ? [] : [{ id: "google" as const, name: "Google" }]),
    ...(github === null ? [] : [{ id: "github" as const, name: "GitHub" }]),
  ];
}

/** The same for the sign-in library. */
export function vouchingProviders(): OAuthConfig<Profile>[] {
  const { google, github, oidc } = configured();
  return [
    ...(google === null ? [] : [openId("google", "Google", GOOGLE, google)]),
    ...(oidc === null ? [] : [openId("oidc", oidc.name, oidc.issuer, oidc)]),
    ...(github === null ? [] : [gitHub(github)]),
  ];
}

/** Who the provider says it is; null when it is not the provider that was asked. */
export function vouchedOf(
  { provider, providerAccountId }: Account,
  profile: Profile | undefined,
): Vouched | null {
  const claims = Claims.safeParse(profile ?? {});
  if (!claims.success) return null;
  const { iss, email, email_verified: isVerified } = claims.data;
  const issuer = provider === "oidc" ? configured().oidc?.issuer : provider === "google" ? GOOGLE : undefined;
  if (issuer !== undefined && iss?.replace(/\/$/, "") !== issuer) return null;
  return {
    provider: provider === "oidc" ? (issuer ?? provider) : provider,
    subject: providerAccountId,
    email: isVerified === true && email !== undefined ? canonicalEmail(email) : null,
  };
}

function openId(id: string, name: string, issuer: string, client: ProviderClient): OAuthConfig<Profile> {
  const { clientId, clientSecret } = client;
  return {
    ...{ id, name, type: "oauth", clientId, clientSecret },
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: ({ sub = "" }) => ({ id: sub, email: null }),
  };
}

/** GitHub speaks no OpenID: its addresses, and which of them are verified, are asked for apart. */
function gitHub({ clientId, clientSecret }: ProviderClient): OAuthConfig<Profile> {
  return {
    ...{ id: "github", name: "GitHub", type: "oauth", clientId, clientSecret },
    authorization: { url: `${GITHUB}/authorize`, params: { scope: "read:user user:email" } },
    token: `${GITHUB}/access_token`,
    userinfo: {
      url: `${GITHUB_API}/user`,
      request: async ({ client, tokens }) => {
        const token = tokens.access_token ?? "";
        const { id } = await client.userinfo(token);
        const answer = await client.requestResource(`${GITHUB_API}/user/emails`, token);
        const email = verifiedPrimary(answer.body?.toString("utf8") ?? "");
        return { sub: String(id ?? ""), ...(email === null ? {} : { email, email_verified: true }) };
      },
    },
    checks: ["pkce", "state"],
    profile: ({ sub = "" }) => ({ id: sub, email: null }),
  };
}

/** The primary address of GitHub's list when it is verified; null otherwise. */
export function verifiedPrimary(json: string): string | null {
  try {
    const listed = Addresses.parse(JSON.parse(json));
    return listed.find(({ primary, verified }) => primary && verified)?.email ?? null;
  } catch {
    return null;
  }
}
