/** What the parents of a file mean, in Arabic. */
export const parents = {
  "parents.cure": "يُعثر على {matches} من أصل {of} من الأصول المجهولة إذا {how}.",
  "parents.applied": "عُثر على {matches} من أصل {of} من الأصول التي ليست رمزًا لأي مشاركة، إذ {how}.",
  "parents.ambiguous":
    "{count, plural, zero {لا مشاركة تذكر} one {مشاركة واحدة تذكر} two {مشاركتان تذكران} few {# مشاركات تذكر} many {# مشاركة تذكر} other {# مشاركة تذكر}} شخصًا له عدة مشاركات؛ والمقصود آخرها قبل المشاركة التابعة.",
  "parents.apply": "طبّق هذا وأعد الفحص",
  "parents.nothing":
    "لم يعثر عليها شيء مما جرّبناه: حالة الأحرف والبادئات والروابط والأصفار البادئة والأشخاص. ربما كانت في ملف آخر.",
  "parents.afterwards":
    "ليُعثر عليها تراجَع عن هذا الاستيراد ثم استورد الملف من جديد؛ فالفحص الذي يسبقه يعرض ذلك بضغطة واحدة.",
  "parents.marked":
    "أُزيلت علامات غير مرئية من {count, plural, zero {# خلية} one {خلية واحدة} two {خليتين} few {# خلايا} many {# خلية} other {# خلية}} حتى تتساوى الرموز معها ومن دونها.",
  "parents.and": "{first} و{second}",
  "parents.how.person": "عُدَّ الأصل شخصًا",
  "parents.how.case": "أُهملت حالة الأحرف",
  "parents.how.prefix": "حُذف ما يسبق الرمز (⁦t3_⁩ أو ⁦@⁩ أو ⁦urn:…⁩)",
  "parents.how.link": "أُخذ الرمز من الرابط",
  "parents.how.number": "حُذفت الأصفار البادئة و⁦.0⁩",
  "parents.is": "عمود الأصل يذكر",
  "parents.is.share": "مشاركةً برمزها",
  "parents.is.person": "شخصًا: آخر مشاركة له قبلها",
  "parents.ignore": "إن لم يُعثر على الأصل كما هو مكتوب",
  "parents.ignore.case": "أهمِل حالة الأحرف (⁦A1⁩ هو ⁦a1⁩)",
  "parents.ignore.prefix": "احذف البادئات (⁦t3_a1⁩ أو ⁦@a1⁩ هو ⁦a1⁩)",
  "parents.ignore.link": "خذ الرمز من الروابط (⁦https://host/s/a1⁩ هو ⁦a1⁩)",
  "parents.ignore.number": "احذف الأصفار البادئة و⁦.0⁩ (⁦007⁩ أو ⁦7.0⁩ هو ⁦7⁩)",
} as const;
