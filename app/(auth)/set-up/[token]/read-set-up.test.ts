import { expect, test } from "vitest";
import { readSetUp } from "./read-set-up.ts";

const good = {
  email: " Sara@Example.org",
  password: "correct horse",
  workspaceName: " Sara  & co",
  zone: "Asia/Amman",
};

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test("good input comes out canonical", () => {
  expect(readSetUp(form(good))).toEqual({
    input: {
      email: "sara@example.org",
      password: "correct horse",
      workspaceName: "Sara & co",
      zone: "Asia/Amman",
    },
  });
});

test("every fault is shown at once, the input is kept, and the password is not", () => {
  const typed = { email: "sara", password: "short", workspaceName: " ", zone: "Mars/Base" };
  expect(readSetUp(form(typed))).toEqual({
    state: {
      values: { email: "sara", workspaceName: "", zone: null },
      faults: {
        email: "auth.fault.email",
        password: "auth.fault.password.short",
        workspaceName: "auth.fault.workspaceName",
        zone: "auth.fault.zone",
      },
    },
  });
});

test.each([
  ["email", "a@b@c.org"],
  ["password", "password123"],
  ["workspaceName", "x".repeat(81)],
  ["zone", ""],
])("%s alone is at fault", (name, value) => {
  const read = readSetUp(form({ ...good, [name]: value }));
  expect("state" in read ? Object.keys(read.state.faults) : []).toEqual([name]);
});

test("an empty form is an answer, not an error", () => {
  expect(readSetUp(new FormData())).toHaveProperty("state");
});
