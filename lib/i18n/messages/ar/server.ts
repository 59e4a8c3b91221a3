export const server = {
  "server.busy.title": "عدد الزوار كبير الآن",
  "server.busy.text": "لم يُفقد شيء، وما زالت المشاركات تُجمع. حاول مرة أخرى بعد ثوانٍ.",
  "server.starting.title": "الصفحات تبدأ من جديد",
  "server.starting.text": "لم يُفقد شيء، وما زالت المشاركات تُجمع. حاول مرة أخرى بعد ثوانٍ.",
} as const;
