import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactRaw } from "./redact-raw.ts";

describe("redactRaw", () => {
  it("keeps what an event has and no value of any other name", () => {
    const event = { kind: "dance", person: "p1", code: "c", attributes: { country: "SA", nationalId: "1" } };
    expect(
      JSON.parse(redactRaw(JSON.stringify({ ...event, email: "sara@example.org", ip: "10.1.2.3" }))),
    ).toEqual({
      ...event,
      attributes: { country: "SA", nationalId: "[redacted]" },
      email: "[redacted]",
      ip: "[redacted]",
    });
  });

  it("leaves an event of known fields as it came", () => {
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.string(),
          person: fc.string(),
          via: fc.string(),
          value: fc.double({ noNaN: true }),
        }),
        (event) => {
          expect(redactRaw(JSON.stringify(event))).toBe(JSON.stringify(event));
        },
      ),
    );
  });

  it.each([
    ["name=سارة&mail=sara.k@example.com.sa", "name=سارة&mail=[redacted]"],
    ["from 192.0.2.77 to 2001:db8::1", "from [redacted] to [redacted]"],
    [`key=isk_${"aB3-_".repeat(8)}xyz&x=1`, "key=[redacted]&x=1"],
    ['{"key":"ipk_ours0123456789abcdef",', '{"key":"[redacted]",'],
    ["my_isk_0123456789abcdef, risk_0123456789abcdef", "my_[redacted], risk_0123456789abcdef"],
    ["the isk_ and the ipk_ of a page", "the isk_ and the ipk_ of a page"],
    ["call +966 50 123 4567 now", "call [redacted] now"],
    ["12 shares of 345 in 2026-03-01", "12 shares of 345 in 2026-03-01"],
    ['[1,"x@example.org"]', '[1,"[redacted]"]'],
  ])("of %s keeps %s", (raw, kept) => expect(redactRaw(raw)).toBe(kept));

  it("stays quick on what is made to make it slow", () => {
    for (const unit of ["a@", "1.", "1:", "1 ", "@a.", "+1-"]) {
      const started = performance.now();
      redactRaw(unit.repeat(2048));
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});
