import { describe, expect, it } from "vitest";
import { functionLengths } from "./function-lengths.ts";

const BODY = 100;
const body = (line: string) => `${line}\n`.repeat(BODY);

/** Each is a function of `BODY` lines and one above and one below; what it holds is no other of that length. */
const FUNCTIONS: readonly (readonly [kind: string, head: string, line: string, tail: string])[] = [
  ["a function", "function a() {", "  x();", "}"],
  ["an exported async one", "export async function a(b: B): Promise<void> {", "  x();", "}"],
  ["a generator", "export function* a() {", "  yield 1;", "}"],
  ["one of types", "function a<T extends (x: X) => Y>(b: T): b is T {", "  x();", "}"],
  ["one that returns an object type", "function a(): { b: { c: 1 } } | null {", "  x();", "}"],
  ["one that returns a list of them", "function a(): Promise<{ b: 1 }[]> {", "  x();", "}"],
  ["one that returns a map", "function a(): Map<string, { b: 1 }> {", "  x();", "}"],
  ["one that takes an object", "function a({ b, c = {} }: { b: B; c?: C }) {", "  x();", "}"],
  ["one that is an argument", "memo(function A(props: { b: B }) {", "  x();", "});"],
  ["an arrow", "const a = () => {", "  x();", "};"],
  ["an arrow with a type", "const a = async (b: B): Promise<Map<string, { c: C }>> => {", "  x();", "};"],
  ["an arrow that is an expression", "const a = ({ b }: B) => (", "  <p>{b}</p>", ");"],
  ["an arrow that is an argument", "list.map((one) => {", "  x(one);", "});"],
  ["a method", "class A {\n  private async b<T>(c: T): Promise<T> {", "    x();", "  }\n}"],
  ["a constructor", "class A {\n  constructor(private readonly b: { c: C }) {", "    x();", "  }\n}"],
  ["a getter", "class A {\n  get #b(): number {", "    x();", "  }\n}"],
  ["a method of an object", "const a = {\n  b(c) {", "    x();", "  },\n};"],
  ["one with texts", "function a() {", `  x("}", '{', \`}\${y({ z: \`{\` })}{\`);`, "}"],
  ["one with patterns", "function a() {", "  x(/[{/]\\/}/.test(y), z / 2);", "}"],
  ["one with comments", "function a() {", "  // }\n/* } */", "}"],
  ["a component", "export function A() {", '  x(<B c={d} e="}" />, <p>don\'t {f}</p>);', "}"],
];

/** Long, and no function. */
const OTHERS: readonly (readonly [kind: string, head: string, line: string, tail: string])[] = [
  ["an object", "const a = {", "  b: { c: 1 },", "};"],
  ["a type", "interface A {", "  b(c: C): (d: D) => { e: E };", "}"],
  ["a list", "const a = [", "  f(() => 1),", "];"],
  ["a call", "f(", "  (a) => a,", ");"],
  ["a class", "class A {", "  b = () => 1;", "}"],
  ["a choice", "const a = b", "  ? f(c)", "  : { d: 1 };"],
  ["an overload", "declare function a(b: B): void;", "x();", "{ y(); }"],
];

describe("functionLengths", () => {
  it.each(FUNCTIONS)("measures %s", (_kind, head, line, tail) => {
    const text = `x();\n${head}\n${body(line)}${tail}\n`;
    const firstLines = head.split("\n").length;
    const long = functionLengths(text).filter(({ lines }) => lines > BODY);
    const lines = line.split("\n").length * BODY + 2;
    // A type of a function among its type parameters may be taken for another of the same lines.
    expect(new Map(long.map((one) => [one.line, one.lines]))).toEqual(new Map([[1 + firstLines, lines]]));
  });

  it.each(OTHERS)("does not take %s for a function", (_kind, head, line, tail) => {
    const text = `${head}\n${body(line)}${tail}\n`;
    expect(functionLengths(text).filter(({ lines }) => lines > 1)).toEqual([]);
  });

  it("measures what is inside by itself, too", () => {
    const text = `function a() {\n  const b = () => {\n    x();\n  };\n}\n`;
    expect(functionLengths(text)).toEqual([
      { line: 2, lines: 3 },
      { line: 1, lines: 5 },
    ]);
  });

  it("would rather fail than measure wrongly", () => {
    expect(() => functionLengths("function a() {\n  x(;\n}\n")).toThrow("} closes nothing");
    expect(() => functionLengths("function a() {\n")).toThrow("{ is never closed");
  });
});
