/** What an owner is told of the installation itself. */
export const operations = {
  "notice.unlisted-proxy.title": "لا يعرف الخادم الوكيل الذي أمامه.",
  "notice.unlisted-proxy.text":
    "تصل الطلبات عبر وكيل عكسي لا يذكره TRUSTED_PROXIES، فلا يُميَّز الزوّار إلا بما يقوله هو، وقد تمنع محاولات شخص غريب بكلمات مرور خاطئة الجميعَ من الدخول. أضِف عنوان الوكيل هناك ثم أعِد تشغيل الخادم.",
  "notice.backup-overdue.title": "آخر نسخة احتياطية سليمة أقدم مما طلبتَ.",
  "notice.backup-overdue.text": "ما جُمع بعدها يضيع إن ضاع هذا الجهاز.",
  "notice.backup-overdue.link": "عرض النسخ الاحتياطية",
} as const;
