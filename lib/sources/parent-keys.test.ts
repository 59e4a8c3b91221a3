import { describe, expect, it } from "vitest";
import { keyOf, keysOf } from "./parent-keys.ts";

describe("a parent and a code are the same", () => {
  it.each([
    ["case", "A1", "a1"],
    ["case", "Ａ１", "a1"],
    ["case", "Ali@Example.COM", "ali@example.com"],
    ["prefix", "t3_a1", "a1"],
    ["prefix", "t1_a1", "a1"],
    ["prefix", "@ali", "ali"],
    ["prefix", "#a1", "a1"],
    ["prefix", "urn:li:share:712", "712"],
    ["prefix", "urn:uuid:0a-1b", "0a-1b"],
    ["prefix", "post_a1", "a1"],
    ["prefix", "a1", "tweet:a1"],
    ["prefix", "mailto:ali@example.com", "ali@example.com"],
    ["link", "https://host.example/s/CODE?x=1", "CODE"],
    ["link", "https://x.com/u/status/123", "123"],
    ["link", "https://x.com/u/status/123/photo/1?s=20", "123"],
    ["link", "https://x.com/u/status/123", "https://twitter.com/other/status/123?s=20"],
    ["link", "host.example/CODE", "CODE"],
    ["link", "http://host.example/CODE/", "CODE"],
    ["link", "https://host.example/?ref=CODE", "CODE"],
    ["link", "https://host.example/offer?utm_source=x&via=CODE#top", "CODE"],
    ["link", "https://host.example/s/%D8%B1%D9%85%D8%B2", "رمز"],
    ["link", "/s/CODE", "CODE"],
    ["number", "123.0", "123"],
    ["number", "00123", "123"],
    ["number", "0123.00", "123"],
    ["number", "0", "000"],
  ] as const)("ignoring %s: %s and %s", (what, parent, code) => {
    expect(keysOf(parent, [what])[0]).toBe(keyOf(code, [what]));
    expect(keyOf(parent, [])).not.toBe(keyOf(code, []));
  });

  it.each([
    ["case", "a1", "a2"],
    ["prefix", "a1", "1"],
    ["prefix", "550e8400-e29b", "e29b"],
    ["link", "https://host.example/s/CODE", "host.example"],
    ["number", "12.5", "12"],
    ["number", "1e3", "1000"],
  ] as const)("and not, ignoring %s: %s and %s", (what, parent, code) => {
    expect(keysOf(parent, [what])).not.toContain(keyOf(code, [what]));
  });

  it("in several ways at once, and by whatever part of a link it is", () => {
    expect(keysOf("https://x.com/u/status/T3_A1", ["link", "prefix", "case"])[0]).toBe("a1");
    expect(keysOf("https://host.example/CODE/opened?session=9", ["link"])).toContain("CODE");
    expect(keysOf("https://host.example/%zz", ["link"])).toEqual(["%zz"]);
    expect(keysOf("@", ["prefix"])).toEqual(["@"]);
    expect(keysOf("https://host.example/", ["link"])).toEqual(["https://host.example/"]);
  });
});
