import type { Random } from "#lib/stats/random.ts";

const ODD_VALUES = [
  ...[null, true, -1, 1e308, "", " ", "\u0000", "\ud800", "a".repeat(300), "‮evil", [], {}, [[[]]]],
  ...["__proto__", "=cmd|' /C calc'!A0", "<script>", "2026-13-45", "9".repeat(40), 0.1, "NaN"],
] as const;
const FIELDS = [
  "id",
  "kind",
  "person",
  "via",
  "code",
  "channel",
  "occurredAt",
  "value",
  "score",
  "attributes",
];

/** A sound event, which no other call makes again. */
export function soundEvent(n: number): Record<string, unknown> {
  return { id: `sound-${n}`, kind: "share", person: `p${n % 50}`, code: `sound-${n}` };
}

/** A body that no well-meaning producer sends: broken JSON, wrong shapes, odd values, random bytes. */
export function malformedBody(random: Random, n: number): Buffer | string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)] as T;
  const good = { ...soundEvent(n), id: `odd-${n}`, code: `odd-${n}` };
  const odd = () => ({ ...good, [pick(FIELDS)]: pick(ODD_VALUES) });
  const shapes: (() => Buffer | string)[] = [
    () => Buffer.from(Array.from({ length: 40 }, () => Math.floor(random.next() * 256))),
    () => JSON.stringify(good).slice(0, Math.floor(random.next() * 60)),
    () => JSON.stringify(odd()),
    () => JSON.stringify({ events: [odd(), odd(), soundEvent(-n)] }),
    () => JSON.stringify({ events: pick([{}, "x", 7, null, [null, 3, "a", []]]) }),
    () => `${"[".repeat(2000)}${"]".repeat(2000)}`,
    () => `{"__proto__":{"kind":"share"},"constructor":{"prototype":{"polluted":1}},"person":"p"}`,
    () => JSON.stringify({ ...good, extra: pick(ODD_VALUES) }),
    () => pick(["", "null", "0", '"text"', "[]", "{}", "\ufeff{}", "true", "{", "nul"]),
    () => JSON.stringify({ ...good, kind: pick(["share", "rating", "conversion", "delivery"]), code: null }),
  ];
  return pick(shapes)();
}
