import { expect, test } from "vitest";
import { tellFailedSignIn } from "#app/_server/tell-failed-sign-in.ts";

test("failures are a line of JSON each, thirty a minute, with nothing that was typed", () => {
  const lines: string[] = [];
  const failed = { userId: 3, network: "192.0.2", isLimited: false };
  for (let time = 0; time < 40; time += 1) tellFailedSignIn(failed, (line) => void lines.push(line));
  expect(lines).toHaveLength(30);
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    ...{ time: expect.any(String), event: "sign-in-failed", ...failed, unsaid: 0 },
  });
  expect(lines.every((line) => line.endsWith("}\n"))).toBe(true);
});
