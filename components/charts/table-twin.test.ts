import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { importsOf, isTest, type SourceFile } from "#lib/testing/source-file.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const DRAWN = "components/charts/testing/drawn-charts.ts";

/** What is imagined or worked out on the spot, and has no file. */
const WITHOUT_TABLE = ["components/cascade/explorer/timeline.tsx", "components/metrics/what-if-result.tsx"];

const read = (path: string): SourceFile => ({ path, text: readFileSync(join(ROOT, path), "utf8") });
const twins = ["app", "components"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => path.endsWith(".tsx") && !isTest(path))
  .toSorted()
  .map(read)
  .filter(({ text }) => text.includes("<TableTwin"));
const readsTable = (file: SourceFile) =>
  importsOf(file).some((name) => /^#lib\/answers\/.+\/(?:\w+-)?table\.ts$/.test(name));

it("shows a table of lib/answers, but for what has none", () => {
  expect(twins.length).toBeGreaterThan(WITHOUT_TABLE.length);
  expect(twins.filter((file) => !readsTable(file)).map(({ path }) => path)).toEqual(WITHOUT_TABLE);
});

it("is held against that table for every chart", () => {
  const drawn = importsOf(read(DRAWN));
  const charts = twins.filter(readsTable).map(({ path }) => path);
  expect(charts.filter((path) => !drawn.includes(`#${path}`))).toEqual([]);
});
