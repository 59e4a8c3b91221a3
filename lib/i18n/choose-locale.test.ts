import { expect, it } from "vitest";
import { chooseLocale } from "./choose-locale.ts";

it("follows the choice, then the browser's order, then English", () => {
  expect(chooseLocale("ar", "en")).toBe("ar");
  expect(chooseLocale(undefined, "fr;q=0.9, ar-EG;q=0.8, en;q=0.5")).toBe("ar");
  expect(chooseLocale(undefined, "en;q=0.3, ar;q=0.4")).toBe("ar");
  expect(chooseLocale("tlh", "de")).toBe("en");
  expect(chooseLocale("constructor", null)).toBe("en");
});
