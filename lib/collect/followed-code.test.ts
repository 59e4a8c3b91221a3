import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODE_ALPHABET } from "./code-shape.ts";
import { followedCodes } from "./followed-code.ts";

const CODE = "aB3x0123456789abc";
const LINK = `https://go.example/s/${CODE}`;
const meant = (end: string, query = "") => {
  const path = `/s/${end}`;
  return followedCodes({ path, target: `${path}${query}` });
};
const codes = (end: string) => meant(end).map(({ code }) => code);

const MARKS = [
  ..."., ) ; ! : ' » « ] > } | * _ - ~ … ، ؛ ؟ ۔ “ ” ’ ° \u200f \u200e \u200b \ufeff \u2069 \u00ad 。 \" < \\".split(
    " ",
  ),
];

describe("the code that a link means", () => {
  it.each(MARKS)("is the one before %j, escaped or not, once or thrice", (mark) => {
    for (const end of [
      mark,
      mark.repeat(3),
      `${mark}.`,
      encodeURIComponent(mark),
      `${encodeURIComponent(mark)}%22`,
    ])
      expect(codes(CODE + end)).toEqual([CODE]);
  });

  it.each([
    "%22",
    "&fbclid=1",
    "&amp;fbclid=1",
    "/",
    "//",
    "/.",
    "%20and%20more",
    ",%0Ahttps",
    LINK,
    `%20${LINK}`,
    "%E2%80",
    "%",
    "%zz",
    "xyz",
  ])("is the one before %s", (end) => expect(codes(CODE + end)[0]).toBe(CODE));

  it.each([
    "%E2%80%8F",
    "%20",
    "(",
    "%22",
    "*",
    "<",
    "%C2%AB",
    "/",
    `${LINK.slice(0, 21)}`,
    "s/",
    "https://go.example/s/",
  ])("is the one behind %s", (start) => expect(codes(start + CODE)).toEqual([CODE]));

  it("is read through escaped letters, and marks that nobody sees within it", () => {
    expect(codes([...CODE].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(""))).toEqual([
      CODE,
    ]);
    expect(codes(`${CODE.slice(0, 9)}%C2%AD${CODE.slice(9)}`)).toEqual([CODE]);
  });

  it("is none where there is none", () => {
    for (const text of ["", ".", "aB3x", CODE.slice(1), "%00", "aB3x-aaaaa", "/s/", "https://go.example/"])
      expect(codes(text)).toEqual([]);
  });

  it("may be one of a browser's, which may end in a mark of its own", () => {
    expect(codes("aB3x-aaaaaa)")).toEqual(["aB3x-aaaaaa"]);
    expect(codes("aB3x-aaaaaa_")).toEqual(["aB3x-aaaaaa_", "aB3x-aaaaaa"]);
    expect(codes("aB3x-______")).toEqual(["aB3x-______"]);
  });

  it("comes with what stands in the query, and with what should", () => {
    expect(meant(CODE, "?gclid=a%20b")).toEqual([{ code: CODE, incoming: "gclid=a%20b" }]);
    expect(meant(`${CODE}&fbclid=1`, "?x=2")).toEqual([{ code: CODE, incoming: "fbclid=1&x=2" }]);
    expect(meant(`${CODE}%3Futm_source=%D8%A7`)).toEqual([{ code: CODE, incoming: "utm_source=%D8%A7" }]);
    expect(meant(`${CODE}.`)).toEqual([{ code: CODE, incoming: "" }]);
  });

  it("is found whatever else is there, with few others beside it", () => {
    const code = fc.string({ unit: fc.constantFrom(...CODE_ALPHABET), minLength: 17, maxLength: 17 });
    const end = fc.string({ unit: "binary" }).map((text) => encodeURIComponent(text));
    fc.assert(
      fc.property(code, end, (one, rest) => {
        expect(codes(one + rest)[0]).toBe(one);
        expect(codes(rest + one + rest).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
