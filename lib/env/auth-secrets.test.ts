import { expect, test } from "vitest";
import { joinSecrets, splitSecrets } from "./auth-secrets.ts";

test("secrets come out of a list as they went in, with commas of their own", () => {
  const secrets = ["plain", "with,comma", ",,", "per%cent"];
  expect(splitSecrets(joinSecrets(secrets))).toEqual(secrets);
  expect(joinSecrets(secrets).split(",")).toHaveLength(4);
});

test("empty entries and the spaces around others are left out", () => {
  expect(splitSecrets(" a ,, b,")).toEqual(["a", "b"]);
  expect(splitSecrets("")).toEqual([]);
});
