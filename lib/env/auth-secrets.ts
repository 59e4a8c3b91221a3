/** The secrets of a server: one that signs and seals, and those before it, which open what they sealed. */
export interface AuthSecrets {
  readonly current: string;
  readonly previous: readonly string[];
}

const COMMA = "%2C";

/** The secrets of a comma list; a comma within one is written %2C. */
export function splitSecrets(list: string): string[] {
  return list
    .split(",")
    .map((item) => item.trim().replaceAll(COMMA, ","))
    .filter((item) => item !== "");
}

/** A list that `splitSecrets` reads. */
export function joinSecrets(secrets: readonly string[]): string {
  return secrets.map((secret) => secret.replaceAll(",", COMMA)).join(",");
}
