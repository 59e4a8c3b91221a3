import { expect, test } from "vitest";
import { clientAddress } from "#app/_front/client-address.ts";
import { networkList } from "#app/_front/network-list.ts";

const isTrusted = networkList(["10.0.0.0/8", "192.0.2.1", "fd00::/8"]);

test.each<[string, string, string | undefined, string]>([
  ["a stranger's socket", "203.0.113.7", undefined, "203.0.113.7"],
  ["a stranger's claim", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["a proxy's word", "10.1.2.3", "198.51.100.1", "198.51.100.1"],
  ["a proxy given by its address", "192.0.2.1", "198.51.100.1", "198.51.100.1"],
  ["the neighbour of that proxy", "192.0.2.2", "198.51.100.1", "192.0.2.2"],
  ["a proxy on IPv6", "fd00::1", "2001:db8::1", "2001:db8::1"],
  ["a proxy on a dual-stack socket", "::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"],
  ["a client on a dual-stack socket", "::ffff:203.0.113.7", undefined, "203.0.113.7"],
  ["two proxies in a row", "10.1.2.3", "198.51.100.1, 10.9.9.9", "198.51.100.1"],
  ["a client that forges the left end", "10.1.2.3", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
  ["a proxy that says nothing", "10.1.2.3", undefined, "10.1.2.3"],
  ["a proxy that says nonsense", "10.1.2.3", "unknown", "10.1.2.3"],
  ["nothing but proxies", "10.1.2.3", "10.4.4.4", "10.4.4.4"],
  ["an IPv4 address with its port", "10.1.2.3", "198.51.100.1:4711", "198.51.100.1"],
  ["an IPv6 address with its port", "10.1.2.3", "[2001:db8::1]:4711", "2001:db8::1"],
  ["a zone behind the address", "fe80::1%eth0", undefined, "fe80::1"],
  ["a socket that is gone", "", "198.51.100.1", ""],
])("%s: %s with %s is %s", (_name, remoteAddress, forwardedFor, address) => {
  expect(clientAddress({ remoteAddress, forwardedFor, isTrusted })).toBe(address);
});
