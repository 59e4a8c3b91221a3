import { expect, it } from "vitest";
import { reasonText } from "#components/collect/reason-text.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { translator } from "#lib/i18n/translator.ts";
import { rowFaultText } from "./row-fault-text.ts";

const inWords = (locale: Locale) => translator(locale, messagesOf(locale));

it.each([
  ["occurredAt", "date-without-zone", "Time: has no zone", "الوقت: لا يذكر منطقة زمنية"],
  ["", "date-without-zone", "A field has no zone", "حقل لا يذكر منطقة زمنية"],
  ["made-up", "too-long", "A field is too long", "حقل أطول من اللازم"],
  ["", "missing", "A field is empty but needed", "حقل فارغ وهو لازم"],
  ["row", "too-few-fields", "The row has fewer cells than the header", "الصف خلاياه أقل من أعمدة الترويسة"],
  ["", "too-many-fields", "The row has more cells than the header", "الصف خلاياه أكثر من أعمدة الترويسة"],
  ["row", "invalid-utf8", "The row is not valid UTF-8", "الصف ليس UTF-8 صحيحًا"],
  ["", "not-an-object", "The event is not a JSON object", "الحدث ليس كائن JSON"],
  ["", "currency-without-value", "The event has a currency but no value", "الحدث فيه عملة بلا قيمة"],
] as const)("%s, %s", (field, reason, en, ar) => {
  expect(rowFaultText({ field, reason }, inWords("en"))).toBe(en);
  expect(rowFaultText({ field, reason }, inWords("ar"))).toBe(ar);
});

it("names a field that its producer made up, within the direction of the words around it", () => {
  expect(reasonText("unknown-field", "colour", inWords("en"))).toBe(
    "A field is not known (\u2068colour\u2069)",
  );
  expect(reasonText("unknown-field", "colour", inWords("ar"))).toBe("حقل غير معروف (\u2068colour\u2069)");
});
