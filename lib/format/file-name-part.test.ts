import fc from "fast-check";
import { expect, it } from "vitest";
import { fileNamePart } from "./file-name-part.ts";

it.each([
  ["Spring data bundle", "spring-data-bundle"],
  ["Sara & Co.", "sara-co"],
  ["حملة الربيع", "حملة-الربيع"],
  ["حملة Spring 24 — عرض", "حملة-spring-24-عرض"],
  ["Café Été", "café-été"],
  ["Cafe\u0301", "café"],
  ["مُحَمَّد", "مُحَمَّد".normalize("NFC")],
  ["٢٠٢٦ عرض", "٢٠٢٦-عرض"],
  ["می\u200cخواهم", "می-خواهم"],
  ["春の キャンペーン", "春の-キャンペーン"],
  ["🎉\ufe0f Eid", "eid"],
  ["-- / .. \\ \u0301 🎉 --", "campaign"],
  ["", "campaign"],
  ['a"; filename=evil.exe\r\nX-Evil: 1\0', "a-filename-evil-exe-x-evil-1"],
  ["exe.\u202egpj\u2066 a\u200fb\u061c c\u00add\ufeff", "exe-gpj-ab-cd"],
  ["a\ud800b", "a-b"],
])("%j becomes %j", (name, part) => {
  expect(fileNamePart(name)).toBe(part);
});

it("cuts what is long between two letters, and leaves no dash behind", () => {
  expect(fileNamePart("a".repeat(500))).toBe("a".repeat(120));
  expect(fileNamePart("ح".repeat(500))).toBe("ح".repeat(60));
  expect(fileNamePart(`a${"ح".repeat(500)}`)).toBe(`a${"ح".repeat(59)}`);
  expect(fileNamePart("𝒜".repeat(500))).toBe("𝒜".repeat(30));
  expect(fileNamePart(`${"a".repeat(119)} b`)).toBe("a".repeat(119));
});

it("is letters, digits and dashes whatever a campaign is called", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
      const part = fileNamePart(name);
      expect(part).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u);
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(120);
    }),
  );
});
