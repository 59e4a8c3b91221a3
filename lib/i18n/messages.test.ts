import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "./locales.ts";
import { messagesOf } from "./messages-of.ts";

const FOLDER = join(import.meta.dirname, "messages");

/** The messages of each part of a language. */
async function partsOf(locale: string): Promise<readonly object[]> {
  const names = readdirSync(join(FOLDER, locale));
  const modules = await Promise.all(names.map((name) => import(join(FOLDER, locale, name))));
  return modules.flatMap((module) => Object.values<object>(module));
}

describe.each(Object.keys(LOCALES) as Locale[])("%s", (locale) => {
  it("has every part, and no key twice: the later one would win without a word", async () => {
    const keys = (await partsOf(locale)).flatMap((part) => Object.keys(part));
    expect(keys.length).toBeGreaterThan(1000);
    expect(keys.toSorted()).toEqual(Object.keys(messagesOf(locale)).toSorted());
  });

  it("says what the others say, and nothing beside", () => {
    expect(Object.keys(messagesOf(locale)).toSorted()).toEqual(Object.keys(messagesOf("en")).toSorted());
  });
});
