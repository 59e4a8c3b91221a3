import { expect, test } from "vitest";
import { providerFaults, signInProviders } from "#lib/env/sign-in-providers.ts";

const OIDC = {
  OIDC_ISSUER: "https://id.example.org/realms/a/",
  OIDC_CLIENT_ID: "intishar",
  OIDC_CLIENT_SECRET: "hidden-words",
};

test("without variables nobody vouches for anybody", () => {
  expect(providerFaults({ OIDC_ISSUER: " ", OIDC_ONLY: "" })).toEqual([]);
  expect(signInProviders({})).toEqual({ google: null, github: null, oidc: null, isOnly: false });
});

test("each provider is there when its variables are", () => {
  const env = {
    ...OIDC,
    ...{
      GOOGLE_CLIENT_ID: "g",
      GOOGLE_CLIENT_SECRET: "gs",
      GITHUB_CLIENT_ID: "h",
      GITHUB_CLIENT_SECRET: "hs",
    },
    ...{ OIDC_NAME: "Example", OIDC_DOMAINS: "Example.org, sub.example.com", OIDC_ONLY: "1" },
  };
  expect(providerFaults(env)).toEqual([]);
  expect(signInProviders(env)).toEqual({
    google: { clientId: "g", clientSecret: "gs" },
    github: { clientId: "h", clientSecret: "hs" },
    oidc: {
      clientId: "intishar",
      clientSecret: "hidden-words",
      issuer: "https://id.example.org/realms/a",
      name: "Example",
      domains: ["example.org", "sub.example.com"],
    },
    isOnly: true,
  });
  expect(signInProviders(OIDC).oidc).toMatchObject({ name: "id.example.org", domains: [] });
  expect(providerFaults({ ...OIDC, OIDC_ISSUER: "http://localhost:4000" })).toEqual([]);
});

test.each<[Record<string, string>, RegExp]>([
  [{ GOOGLE_CLIENT_ID: "g" }, /^GOOGLE_CLIENT_SECRET is not set/],
  [{ GITHUB_CLIENT_SECRET: "hidden-words" }, /^GITHUB_CLIENT_ID is not set/],
  [{ OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "hidden-words" }, /^OIDC_ISSUER is not set/],
  [{ ...OIDC, OIDC_ISSUER: "http://id.example.org" }, /^OIDC_ISSUER is not an https URL/],
  [{ ...OIDC, OIDC_ISSUER: "id.example.org" }, /^OIDC_ISSUER is not an https URL/],
  [{ ...OIDC, OIDC_ISSUER: "https://id.example.org/?a=1" }, /^OIDC_ISSUER is not an https URL/],
  [{ ...OIDC, OIDC_DOMAINS: "example.org, @x" }, /^OIDC_DOMAINS holds "@x"/],
  [{ ...OIDC, OIDC_ONLY: "yes" }, /^OIDC_ONLY is "yes"; expected 1/],
  [{ ...OIDC, OIDC_NAME: "n".repeat(41) }, /^OIDC_NAME is longer/],
  [{ OIDC_ONLY: "1" }, /^OIDC_ONLY is set without a provider/],
])("%j is told by its name, and its secret is not", (env, fault) => {
  const faults = providerFaults(env);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(fault);
  expect(faults.join()).not.toContain("hidden-words");
});
