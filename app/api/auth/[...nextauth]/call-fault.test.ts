import { expect, test } from "vitest";
import { callFault } from "./call-fault.ts";

test.each<[string, string, number | null]>([
  ["GET", "csrf", null],
  ["GET", "session", null],
  ["GET", "signout", null],
  ["GET", "error?error=CredentialsSignin", null],
  ["GET", "error?error=%0d%0aX:y", 400],
  ["GET", "error?error=a&error=%E2%88%95", 400],
  ["GET", "callback/credentials", 405],
  ["GET", "callback/github", 404],
  ["GET", "signin/credentials", 405],
  ["GET", "verify-request", 404],
  ["GET", "", 404],
  ["POST", "callback/credentials", null],
  ["POST", "signout", null],
  ["POST", "csrf", 405],
  ["POST", "callback", 404],
  ["POST", "callback/credentials/more", 404],
  ["POST", "_log", 404],
])("%s %s: %s", (method, address, status) => {
  const { pathname, searchParams } = new URL(`http://intishar.test/${address}`);
  const fault = callFault(method, pathname.slice(1).split("/"), searchParams);
  expect(fault?.status ?? null).toBe(status);
});

test("a call of the wrong method is told the right one", () => {
  expect(callFault("GET", ["callback", "credentials"], new URLSearchParams())?.headers).toEqual({
    Allow: "POST",
  });
  expect(callFault("POST", ["csrf"], new URLSearchParams())?.headers).toEqual({ Allow: "GET, HEAD" });
});
