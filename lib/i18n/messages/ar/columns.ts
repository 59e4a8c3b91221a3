/** The columns that an import proposes, in Arabic. */
export const columns = {
  "columns.likely": "عُرف من عنوانه.",
  "columns.unsure": "مجرد تخمين: تحقّق من صحته.",
  "columns.saved": "استُورد من قبل ملف بهذه العناوين.",
  "columns.saved.use": "استخدم أعمدته",
  "columns.saved.used": "هذه أعمدة ذلك الملف.",
  "columns.saved.forget": "انسَها",
  "columns.preview": "ما تصير إليه الصفوف الأولى",
  "columns.preview.text":
    "بحسب الأعمدة المختارة أعلاه. تظهر الأصول كما يذكرها الملف، والفحص يعثر على أصحابها.",
  "columns.preview.kind": "الحدث",
  "columns.same": "«{word}» في كل صف",
  "columns.empty": "فارغ في كل صف",
  "columns.kind.visit": "زيارة",
  "columns.kind.share": "مشاركة",
  "columns.kind.delivery": "تسليم",
  "columns.kind.conversion": "تحويل",
  "columns.kind.view": "مشاهدة",
  "columns.kind.rating": "تقييم",
  "columns.none": "لا أحد",
} as const;
