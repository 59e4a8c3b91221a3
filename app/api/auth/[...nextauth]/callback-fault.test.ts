import { expect, test } from "vitest";
import { callbackFault } from "./callback-fault.ts";

const ORIGIN = "https://intishar.test";
const PATH = `${ORIGIN}/api/auth/callback/credentials`;

const form = (callbackUrl: string) =>
  new Request(PATH, { method: "POST", body: new URLSearchParams({ callbackUrl }) });
const json = (body: string) =>
  new Request(PATH, { method: "POST", body, headers: { "Content-Type": "application/json" } });

test.each<[string, string | null]>([
  ["/w/acme", null],
  ["", null],
  [`${ORIGIN}/w/acme`, null],
  ["https://evil.test/", "callbackUrl"],
  ["//evil.test", "callbackUrl"],
  ["/\\evil.test", "callbackUrl"],
  ["w/acme", "callbackUrl"],
  ["https://[", "callbackUrl"],
  ["javascript:alert(1)", "callbackUrl"],
  [`blob:${ORIGIN}/x`, "callbackUrl"],
])("the callback URL %j: %s", async (callbackUrl, fault) => {
  expect(await callbackFault(form(callbackUrl), ORIGIN)).toBe(fault);
  expect(await callbackFault(json(JSON.stringify({ callbackUrl })), ORIGIN)).toBe(fault);
  const asked = new Request(`${PATH}?${new URLSearchParams({ callbackUrl })}`);
  expect(await callbackFault(asked, ORIGIN)).toBe(fault);
});

test.each<[string, string | null]>([
  ["{}", null],
  ["{", "body"],
  ["null", "body"],
  ['{"callbackUrl":["/"]}', "callbackUrl"],
])("the JSON body %s: %s", async (body, fault) => {
  expect(await callbackFault(json(body), ORIGIN)).toBe(fault);
});

test("a second callback URL is judged as well", async () => {
  const twice = (second: string) =>
    new Request(PATH, {
      method: "POST",
      body: new URLSearchParams([
        ["callbackUrl", "/"],
        ["callbackUrl", second],
      ]),
    });
  expect(await callbackFault(twice("https://evil.test"), ORIGIN)).toBe("callbackUrl");
  expect(await callbackFault(twice("/w/acme"), ORIGIN)).toBeNull();
});
