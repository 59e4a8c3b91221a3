import { expect, test } from "vitest";
import { networkOf } from "./network-of.ts";

test.each([
  ["203.0.113.77", { bytes: 1, groups: 3 }, "203.0.113"],
  ["203.0.113.77", { bytes: 0, groups: 4 }, "203.0.113.77"],
  ["2001:db8::1", { bytes: 0, groups: 4 }, "2001:db8:0:0"],
  ["2001:0DB8:0000:0000:abcd::2", { bytes: 0, groups: 4 }, "2001:db8:0:0"],
  ["2001:db8:0:1::2", { bytes: 0, groups: 4 }, "2001:db8:0:1"],
  ["::1", { bytes: 1, groups: 3 }, "0:0:0"],
  ["", { bytes: 1, groups: 3 }, ""],
])("%s, %o: %s", (address, size, network) => {
  expect(networkOf(address, size)).toBe(network);
});
