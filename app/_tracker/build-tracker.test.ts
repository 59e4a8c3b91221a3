import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildTracker } from "./build-tracker.ts";

test("the script is one small file that asks nobody but us", async () => {
  const { text, tag } = await buildTracker();
  expect(gzipSync(text).length).toBeLessThanOrEqual(5 * 1024);
  expect(text).not.toMatch(/\bimport\b|document\.cookie/);
  const hosts = [...text.matchAll(/https?:\/\/([\w.]+)/g)].map(([, host]) => host);
  // Addresses that a press opens, by the visitor's own will.
  expect(new Set(hosts)).toEqual(new Set(["wa.me", "t.me", "x.com", "www.facebook.com", "www.linkedin.com"]));
  expect((await buildTracker()).tag).toBe(tag);
});
