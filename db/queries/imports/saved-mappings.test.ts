import { afterAll, expect, it } from "vitest";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { findMapping } from "./find-mapping.ts";
import { forgetMapping } from "./forget-mapping.ts";
import { saveMapping } from "./save-mapping.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());
const { scope, stranger } = fixture;

const HEADER = ["a", "b"];
const MEANT = { mapping: { code: "a" }, zone: "UTC", choices: {} };

it("what columns meant is found under the same headings, until it is forgotten", () => {
  saveMapping(scope, { ...MEANT, header: HEADER, now: 1 });
  expect(findMapping(scope, { header: HEADER })).toEqual(MEANT);
  expect(findMapping(scope, { header: ["b", "a"] })).toBeNull();
  expect(findMapping(stranger, { header: HEADER })).toBeNull();
  const meant = { ...MEANT, choices: { parents: { is: "person", ignore: ["case"] } } } as const;
  saveMapping(scope, { ...meant, header: HEADER, now: 2 });
  expect(findMapping(scope, { header: HEADER })).toEqual(meant);
  forgetMapping(stranger, { header: HEADER });
  expect(findMapping(scope, { header: HEADER })).toEqual(meant);
  forgetMapping(scope, { header: HEADER });
  expect(findMapping(scope, { header: HEADER })).toBeNull();
});
