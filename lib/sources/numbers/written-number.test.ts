import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyOf } from "./currency-signs.ts";
import { DecimalSurvey, readAmount } from "./decimal-survey.ts";
import { type DecimalMark, readNumber } from "./written-number.ts";

const find = (texts: readonly string[], isTyped = false, lines = texts.map((_, i) => i)) => {
  const survey = new DecimalSurvey(isTyped);
  for (const line of lines) survey.add(texts[line] ?? "", line);
  return survey.finish(undefined);
};
const arabic = (text: string) => text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩".charAt(Number(digit)));

describe("1249.90 as written by", () => {
  it.each([
    ...[
      "1249.90",
      "1,249.90",
      "1'249.90",
      "1’249.90",
      "1 249.90",
      "1_249.90",
      "+1,249.90",
      "$1,249.90",
      "USD 1,249.90",
    ],
    ...[
      "1,249.90 USD",
      "1249.90€",
      "1,249.90 د.إ",
      "ر.س 1,249.90",
      "1,249.90 ر.س.",
      "١٬٢٤٩٫٩٠",
      "١٢٤٩٫٩",
      "ج.م ١٬٢٤٩٫٩٠",
    ],
    ...["۱٬۲۴۹٫۹۰", "US$ 1,249.90", "\u200f1,249.90 ﷼\u200f"],
  ])("point: %s", (text) => expect(readAmount(text, "point")).toMatchObject({ value: 1249.9 }));

  it.each([
    ...[
      "1249,90",
      "1.249,90",
      "1 249,90",
      "1\u00a0249,90",
      "1\u202f249,90 €",
      "1'249,90",
      "EUR 1.249,90",
      "١٬٢٤٩٫٩٠",
    ],
  ])("comma: %s", (text) => expect(readAmount(text, "comma")).toMatchObject({ value: 1249.9 }));
});

it("reads signs, thousands of India, and what is below one", () => {
  const value = (text: string) => (readNumber(text) as { point: number }).point;
  expect(["-5", "(5)", "5-", "$-5", "-$5", "($5.00)", "−5"].map(value)).toEqual([-5, -5, -5, -5, -5, -5, -5]);
  expect(["12,34,567.5", "1,234,567", "2,700,000,000 LBP", ".5", "0.125"].map(value)).toEqual([
    1234567.5, 1234567, 2700000000, 0.5, 0.125,
  ]);
});

it.each([
  [
    "not-a-number",
    ["12,5,0.1", "twelve", "1.2.3", "--5", "$5 USD", "", "1e5", "0x10", "1;2", "9".repeat(16)],
  ],
  ["digits-lost", ["1.8E+09", "1,84E+12", "2E+18", "1.5e3"]],
  ["other-decimal-mark", ["12,50", "1,23", "1.249,90"]],
] as const)("refuses as %s what is that", (reason, texts) => {
  for (const text of texts) expect(readAmount(text, "point"), text).toBe(reason);
});

describe("a column of numbers", () => {
  it("is proven by one value, or asked about", () => {
    expect(find(["1,234", "12,50"])).toBe("comma");
    expect(find(["1,234", "12.50"])).toBe("point");
    expect(find(["1,234", "1,234,567"])).toBe("point");
    expect(find(["1,234", "0,234"])).toBe("comma");
    expect(find(["1,234", "1234,567"])).toBe("comma");
    expect(find(["1.234", "1 249,90"])).toBe("comma");
    expect(find(["12", "1 250", ""])).toBe("point");
    expect(find(["7", "1,234", "2,500"])).toEqual({
      example: { text: "1,234", line: 1 },
      values: { point: 1234, comma: 1.234, currency: "" },
    });
    expect(find(["1.234"])).toMatchObject({ example: { text: "1.234" } });
    expect(find(["1.234"], true)).toBe("point");
    expect(find(["1,234"], true)).toMatchObject({ example: { text: "1,234" } });
  });

  it("is read back as it was written, whatever the order of its rows", () => {
    const amount = fc.integer({ min: 0, max: 99_999_999_999 }).map((cents) => cents / 100);
    const places = [".", ",", "'", "\u202f"] as const;
    const write = (value: number, group: string, mark: string) => {
      const [whole = "", fraction = ""] = value.toFixed(2).split(".");
      return `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${mark}${fraction}`;
    };
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...places),
        fc.constantFrom<DecimalMark>("point", "comma"),
        fc.boolean(),
        (values, group, mark, inArabic) => {
          const decimal = mark === "point" ? "." : ",";
          if (group === decimal) return;
          const texts = values.map((value) => {
            const text = write(value, group, decimal);
            return inArabic ? arabic(text) : text;
          });
          expect(find(texts)).toBe(mark);
          expect(find(texts, false, [...texts.keys()].reverse())).toBe(mark);
          expect(find([...texts, ...texts])).toBe(mark);
          for (const [i, text] of texts.entries())
            expect(readAmount(text, mark)).toMatchObject({ value: values[i] });
        },
      ),
    );
  });

  it("finds the same in any order, and when the column comes twice", () => {
    const text = fc.constantFrom(
      "1,234",
      "1.234",
      "12,50",
      "12.50",
      "7",
      "",
      "x",
      "1 000",
      "1.234,5",
      "1,234.5",
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), fc.boolean(), (texts, isTyped) => {
        const found = find(texts, isTyped);
        const lines = [...texts.keys()];
        expect(find(texts, isTyped, lines.toReversed())).toEqual(found);
        expect(find(texts, isTyped, [...lines, ...lines])).toEqual(found);
      }),
    );
  });
});

it("tells currencies by code and sign, and a shared sign by what else is said", () => {
  expect(["USD", "usd", "€", "د.إ", "ر.س.", "L.L.", "?"].map((sign) => currencyOf(sign, null))).toEqual([
    ...["USD", "USD", "EUR", "AED", "SAR", "LBP", null],
  ]);
  expect(currencyOf("$", null)).toBe("USD");
  expect(currencyOf("$", "CAD")).toBe("CAD");
  expect(currencyOf("$", "EUR")).toBe("USD");
  expect(currencyOf("£", "EGP")).toBe("EGP");
});
