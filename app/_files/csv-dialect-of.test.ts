import { expect, test } from "vitest";
import { csvDialectOf } from "./csv-dialect-of.ts";

const of = (query: string, cookie?: string) =>
  csvDialectOf(
    new Request(`http://intishar.test/x${query}`, { headers: cookie === undefined ? {} : { cookie } }),
  );

test("the address goes before what was chosen, and anything else is commas", () => {
  expect(of("")).toBe("comma");
  expect(of("?csv=semicolon")).toBe("semicolon");
  expect(of("", "a=b; intishar.csv=semicolon; c=d")).toBe("semicolon");
  expect(of("?csv=comma", "intishar.csv=semicolon")).toBe("comma");
  expect(of("?csv=pipe", "intishar.csv=semicolon")).toBe("semicolon");
  expect(of("?csv=pipe", "xintishar.csv=semicolon")).toBe("comma");
});
