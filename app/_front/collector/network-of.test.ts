import { expect, test } from "vitest";
import { networkOf } from "./network-of.ts";

test.each([
  ["203.0.113.77", { bytes: 1, groups: 3 }, "203.0.113"],
  ["203.0.113.77", { bytes: 0, groups: 4 }, "203.0.113.77"],
  ["2001:db8::1", { bytes: 0, groups: 4 }, "2001:db8:0:0"],
  ["2001:0DB8:0000:0000:abcd::2", { bytes: 0, groups: 4 }, "2001:db8:0:0"],
  ["2001:db8:0:1::2", { bytes: 0, groups: 4 }, "2001:db8:0:1"],
  ["2001:db8:1:2:3:4:192.0.2.1", { bytes: 0, groups: 8 }, "2001:db8:1:2:3:4:c000:201"],
  ["::ffff:203.0.113.77", { bytes: 1, groups: 3 }, "203.0.113"],
  ["0:0:0:0:0:FFFF:CB00:714d", { bytes: 0, groups: 4 }, "203.0.113.77"],
  ["0:0:1:0:0:ffff:cb00:714d", { bytes: 0, groups: 4 }, "0:0:1:0"],
  ["::fffe:203.0.113.77", { bytes: 0, groups: 6 }, "0:0:0:0:0:fffe"],
  ["64:ff9b::ffff:203.0.113.77", { bytes: 0, groups: 2 }, "64:ff9b"],
  ["::1", { bytes: 1, groups: 3 }, "0:0:0"],
  ["", { bytes: 1, groups: 3 }, ""],
])("%s, %o: %s", (address, size, network) => {
  expect(networkOf(address, size)).toBe(network);
});
