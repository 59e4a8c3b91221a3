export const numbers = {
  "numbers.title": "كل الأرقام",
  "numbers.text": "كل رقم لدى انتشار عن الحملة مع مداه، أو سبب بقائه مجهولًا.",
  "numbers.name": "الرقم",
  "numbers.value": "القيمة",
  "numbers.unit": "الوحدة",
  "numbers.note": "للعلم",
} as const;
