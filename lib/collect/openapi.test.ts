import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { openApi } from "./openapi.ts";

async function faultsOf(document: unknown): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

test("the description passes a linter", async () => {
  expect(await faultsOf(openApi("https://spread.example.org"))).toEqual([]);
});

test("the linter finds what is wrong", async () => {
  const { paths, ...rest } = openApi("https://spread.example.org");
  const broken = { ...rest, paths: { "/s/{code}": { get: { ...paths["/s/{code}"].get, parameters: [] } } } };
  expect((await faultsOf(broken)).join()).toContain("path-parameters-defined");
});

test("every schema that is named is there, made of what the collector checks with", () => {
  const document = openApi("https://spread.example.org");
  const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
    ([, name]) => name,
  );
  expect(new Set(named)).toEqual(new Set(Object.keys(document.components.schemas)));
  expect(document.components.schemas.Event).toMatchObject({
    required: ["kind", "person"],
    additionalProperties: false,
  });
});
