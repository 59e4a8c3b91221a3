import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { toJson } from "./to-json.ts";

afterEach(() => {
  for (const prototype of [Array.prototype, String.prototype]) Reflect.deleteProperty(prototype, "toJSON");
});

it("is what JSON.stringify writes, whatever stands in it", () => {
  const number = fc.double().filter((value) => !Object.is(value, -0));
  const leaf = fc.oneof(fc.string({ unit: "binary" }), number, fc.boolean(), fc.constant(null));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie("tree")), fc.dictionary(fc.string(), tie("tree"))),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      expect(JSON.parse(toJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(toJson({ a: undefined, b: '\ud800\u2028\n"' })).toBe('{"b":"\\ud800\\u2028\\u000a\\u0022"}');
});

it("stays so where a library gives arrays and texts a toJSON of its own", () => {
  const event = { id: "a", list: [1, "b"] };
  for (const prototype of [Array.prototype, String.prototype])
    Reflect.set(prototype, "toJSON", () => "text within a text");
  const written = toJson(event);
  for (const prototype of [Array.prototype, String.prototype]) Reflect.deleteProperty(prototype, "toJSON");
  expect(written).toBe('{"id":"a","list":[1,"b"]}');
});
