import { expect, test } from "vitest";
import { type PasswordFault, passwordFault } from "#lib/domain/password-fault.ts";

test.each<[string, PasswordFault | null]>([
  ["horse7x", "short"],
  ["horse7xy", null],
  ["😀".repeat(4), "short"],
  ["horse ".repeat(21).slice(0, 128).padEnd(128, "z"), null],
  ["horse ".repeat(22).slice(0, 129).padEnd(129, "z"), "long"],
  ["Password123", "common"],
  ["zzzzzzzzzz", "common"],
  ["Sara@Example.org", "email"],
  ["Sara@Example.org!", null],
  ["Intishar2026!", "product"],
  ["intishar is my horse", null],
  ["انتشار2026", "product"],
  ["كلمة مرور طويلة", null],
])("%j: %s", (password, fault) => {
  expect(passwordFault(password, "sara@example.org")).toBe(fault);
});

test("the name before the @ is no password either", () => {
  expect(passwordFault("sara.haddad", "sara.haddad@example.org")).toBe("email");
  expect(passwordFault("sara.haddad", "omar@example.org")).toBeNull();
});
