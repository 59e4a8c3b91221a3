import { expect, it } from "vitest";
import { ar } from "#lib/i18n/messages/ar.ts";
import { formatChange } from "./format-change.ts";
import { formatPercent } from "./format-percent.ts";
import { formatRarePercent } from "./format-rare-percent.ts";

it("keeps a per cent and its sign together in Arabic, and adds nothing in English", () => {
  for (const format of [formatPercent, formatRarePercent, formatChange]) {
    expect(format(0.12, "en")).toMatch(/^\+?12%$/);
    expect(format(0.12, "ar")).toMatch(/^\u2066\+?12%\u2069$/);
    expect(format(-0.5, "ar")).toBe("\u2066-50%\u2069");
  }
});

it("leaves no per cent sign of an Arabic sentence loose beside its number", () => {
  const loose = Object.entries(ar).filter(([, text]) =>
    /[0-9}][ \u00a0\u200e]*%/.test(text.replaceAll(/\u2066[^\u2066\u2069]*\u2069/g, "")),
  );
  expect(loose).toEqual([]);
  expect(Object.values(ar).filter((text) => text.includes("%\u2069")).length).toBeGreaterThan(10);
});
