import { expect, it } from "vitest";
import { formatBytes } from "./format-bytes.ts";

it.each([
  [0, "0 byte"],
  [999, "999 byte"],
  [1000, "1 kB"],
  [1_540_000, "1.5 MB"],
  [73_000_000_000, "73 GB"],
  [5e15, "5,000,000 GB"],
])("writes %d bytes in the largest unit that fits", (bytes, text) => {
  expect(formatBytes(bytes, "en")).toBe(text);
});
