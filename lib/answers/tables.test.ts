import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { TABLES } from "./tables.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Every card of the pages by the name of its file. */
const CARDS = ["app", "components"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .flatMap((path) => {
      const text = readFileSync(join(ROOT, folder, path), "utf8");
      return [...text.matchAll(/\bwidget="([^"]+)"/g)].map(([, name = ""]) => ({ path, name }));
    }),
);

it("has the file of every card that offers one", () => {
  expect(CARDS.length).toBeGreaterThan(30);
  expect(CARDS.filter(({ name }) => !TABLES.has(name))).toEqual([]);
});

it("says what each column of each file holds", () => {
  for (const [name, { table }] of TABLES)
    for (const [key, meaning] of Object.entries(table.columns))
      expect(meaning, `${name}.csv ${key}`).toMatch(/\S/);
});
