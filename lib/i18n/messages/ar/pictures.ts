export const pictures = {
  "pictures.label":
    "صورة فيها {size, plural, zero {لا مشاركات} one {مشاركة واحدة} two {مشاركتان} few {# مشاركات} many {# مشاركة} other {# مشاركة}} في {generations, plural, zero {لا أجيال} one {جيل واحد} two {جيلين} few {# أجيال} many {# جيلًا} other {# جيل}}. تنقّل بالأسهم: إلى الأعلى نحو الأصل، وإلى الأسفل نحو أول فرع، ويمينًا ويسارًا بين الإخوة. يطوي مفتاح الإدخال الفرع ويبسطه، وتغيّر المفاتيح + و− و0 التكبير. وفي الجدول الصفوف نفسها.",
  "pictures.legend.hollow": "دائرة فارغة: لم تُنقل بعد",
  "pictures.legend.folded":
    "{count, plural, zero {لا مشاركات مطوية} one {مشاركة واحدة مطوية في علامة مرقّمة} two {مشاركتان مطويتان في علامات مرقّمة} few {# مشاركات مطوية في علامات مرقّمة} many {# مشاركة مطوية في علامات مرقّمة} other {# مشاركة مطوية في علامات مرقّمة}}؛ انقر علامة لبسطها",
  "pictures.legend.found": "نتيجة البحث",
  "pictures.legend.otherCountries":
    "{count, plural, zero {لا بلد آخر} one {بلد آخر واحد} two {بلدان آخران} few {# بلدان أخرى} many {# بلدًا آخر} other {# بلد آخر}}",
  "pictures.legend.noCountry": "البلد غير مسجّل",
  "pictures.legend.noMode": "النمط غير مسجّل",
  "pictures.legend.stated": "الأصل مذكور في المشاركة",
  "pictures.legend.touch": "الأصل مأخوذ من الزيارة الأولى",
  "pictures.legend.unverified": "الأصل غير موثّق: بلا توقيع منّا",
  "pictures.legend.root": "الجذر: لا أصل له",
  "pictures.legend.until": "خلال {time}",
  "pictures.legend.after": "بعد {time}",
  "pictures.fold.count":
    "{count, plural, zero {لا مشاركات مطوية} one {مشاركة واحدة مطوية} two {مشاركتان مطويتان} few {# مشاركات مطوية} many {# مشاركة مطوية} other {# مشاركة مطوية}}",
  "pictures.fold.below": "جاء بها {person}",
  "pictures.fold.open": "انقر لبسطها",
} as const;
