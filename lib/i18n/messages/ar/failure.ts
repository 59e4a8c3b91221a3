export const failure = {
  "error.title": "حدث خطأ ما",
  "error.text": "تعذّر عرض الصفحة. لم يُفقد شيء؛ حاول مرة أخرى أو عُد إلى حملاتك.",
  "error.retry": "حاول مرة أخرى",
} as const;
