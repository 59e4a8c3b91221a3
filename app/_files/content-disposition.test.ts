import fc from "fast-check";
import { expect, it } from "vitest";
import { attachment } from "./content-disposition.ts";

/** What a client reads: the plain name, and the other one decoded. */
function namesIn(header: string): [ascii: string, name: string] {
  const found = /^attachment; filename="([A-Za-z0-9][\w.-]*)"; filename\*=UTF-8''([\w.~!%-]+)$/.exec(header);
  if (found === null) throw new Error(`not a header: ${header}`);
  return [found[1] ?? "", decodeURIComponent(found[2] ?? "")];
}

it.each([
  ["intishar_spring-24_overview.csv", "intishar_spring-24_overview.csv", "intishar_spring-24_overview.csv"],
  ["intishar_حملة-الربيع_all_2026.zip", "intishar_all_2026.zip", "intishar_حملة-الربيع_all_2026.zip"],
  ["intishar_حملة-spring-عرض_a.csv", "intishar_spring_a.csv", "intishar_حملة-spring-عرض_a.csv"],
  ["intishar_café_a.csv", "intishar_cafe_a.csv", "intishar_café_a.csv"],
  ["intishar_a_حملة-عرض.csv", "intishar_a.csv", "intishar_a_حملة-عرض.csv"],
  ["حملة.csv", "file.csv", "حملة.csv"],
  ["a b.csv", "a-b.csv", "a-b.csv"],
  ["../../etc/passwd", "etc-passwd", "etc-passwd"],
  ["..\\.hidden", "hidden", "hidden"],
  ["", "file", "file"],
  ["it's (1)* %41.csv", "its-1-41.csv", "it's-(1)-%41.csv"],
  ['a"; filename="evil.exe', "a-filename-evil.exe", "a-;-filename=-evil.exe"],
  ["a\r\nSet-Cookie: b=1\0.csv", "a-Set-Cookie-b1.csv", "a-Set-Cookie-b=1.csv"],
  ["intishar_\u202egpj\u2066_\u200f\ud800a.csv", "intishar_gpj_a.csv", "intishar_gpj_a.csv"],
  ["＂ａ＂.csv", "a.csv", "＂ａ＂.csv"],
])("%j", (fileName, ascii, name) => {
  expect(namesIn(attachment(fileName))).toEqual([ascii, name]);
});

it("is one header of one file, whatever the name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (fileName) => {
      const header = attachment(`intishar_${fileName}.csv`);
      expect(new Headers({ "Content-Disposition": header }).get("content-disposition")).toBe(header);
      const [, name] = namesIn(header);
      expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}\\/"]/u);
    }),
  );
});
