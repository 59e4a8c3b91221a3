import { readdirSync, readFileSync } from "node:fs";
import { parseYaml } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { ENV_NAMES, parseEnv } from "#lib/env/parse-env.ts";

const FOLDER = new URL(".", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");
/** Of Node, Docker, Traefik and Litestream, not ours. */
const OTHERS = [
  ...["NODE_ENV", "NODE_VERSION", "ACME_EMAIL", "SITE_HOST"],
  ...["LITESTREAM_ACCESS_KEY_ID", "LITESTREAM_SECRET_ACCESS_KEY"],
];
const NAME = /\b[A-Z]+(?:_[A-Z]+)+\b/g;
/** Words of systemd that look like one. */
const FAMILIES = /^AF_/;

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly labels?: readonly string[];
  readonly [key: string]: unknown;
}
const servicesOf = (name: string) =>
  (parseYaml(read(name)) as { services: Readonly<Record<string, Service>> }).services;

describe("the recipes", () => {
  const recipes = readdirSync(FOLDER).filter((name) => !name.endsWith(".test.ts"));

  it.each(recipes)("%s names no variable that is not there", (name) => {
    const named = [...read(name).matchAll(NAME)].map(([word]) => word).filter((word) => !FAMILIES.test(word));
    expect(named.filter((word) => ![...ENV_NAMES, ...OTHERS].includes(word))).toEqual([]);
  });

  it("set variables to what the server takes", () => {
    const unit = [...read("intishar.service").matchAll(/^Environment=(.*)$/gm)].flatMap(([, line]) =>
      line?.split(" "),
    );
    const image = /^ENV (.*)$/m.exec(read("Dockerfile"))?.[1]?.split(" ") ?? [];
    for (const pairs of [unit, image]) {
      const given = Object.fromEntries(pairs.map((pair) => pair?.split("=") ?? []));
      expect(Object.keys(given)).toContain("DATABASE_PATH");
      expect(() => parseEnv(given, { production: true })).not.toThrow();
    }
    const { environment = {} } = servicesOf("compose.yaml").intishar ?? {};
    const proxies = /:-(.*)\}/.exec(environment.TRUSTED_PROXIES ?? "")?.[1] ?? "";
    expect(parseEnv({ TRUSTED_PROXIES: proxies }, { production: true }).trustedProxies).toHaveLength(2);
  });

  it("run the container as nobody in particular, on a file system that it cannot write to", () => {
    const { intishar } = servicesOf("compose.yaml");
    expect(intishar).toMatchObject({
      ...{ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] },
      ...{ ports: ["127.0.0.1:3000:3000"], volumes: ["data:/data", "backups:/backups"] },
    });
    const image = read("Dockerfile");
    expect(image).toMatch(/^USER intishar$/m);
    expect(image).toMatch(/^HEALTHCHECK /m);
    expect(image).toContain('CMD ["node", "--import", "tsx", "app/_front/main.ts"]');
  });

  it("pass on the host that was asked for and the visitor's address, and keep the numbers of the server to it", () => {
    const nginx = read("nginx.conf");
    expect(nginx).toContain("proxy_set_header Host $http_host;");
    expect(nginx).toContain("proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;");
    expect(nginx).toMatch(/location = \/metrics \{\s+return 404;/);
    // Caddy and Traefik do both by themselves, unless told otherwise.
    expect(read("Caddyfile")).not.toMatch(/header_up/);
    expect(read("Caddyfile")).toContain("respond /metrics 404");
    const { intishar, traefik } = servicesOf("compose.traefik.yaml");
    expect(intishar?.labels?.join("\n")).toContain("!Path(`/metrics`)");
    expect(intishar?.labels?.join("\n")).not.toMatch(/passhostheader/i);
    expect(traefik).toBeDefined();
  });

  it("stream the database that the unit serves", () => {
    const { dbs } = parseYaml(read("litestream.yml")) as { dbs: { path: string }[] };
    expect(read("intishar.service")).toContain(`DATABASE_PATH=${dbs[0]?.path}\n`);
    expect(dbs[0]?.path).toBe("/var/lib/intishar/intishar.db");
  });
});
