export const comparisons = {
  "comparison.title.channel": "أي قناة تنشر أفضل؟",
  "comparison.title.variant": "أي نسخة تنشر أفضل؟",
  "comparison.title.side": "هل يختلف K؟",
  "comparison.definition":
    "مقارنة K، أي ما تجلبه إعادة المشاركة الواحدة. تُوازن سلاسل كاملة بعضها ببعض، وسلاسل الزارع الواحد كسلسلة واحدة، لأن مشاركات السلسلة الواحدة متشابهة.",
  "comparison.outcomes.title.channel": "ما حصيلة من تصل إليهم كل قناة؟",
  "comparison.outcomes.title.variant": "ما حصيلة من تصل إليهم كل نسخة؟",
  "comparison.outcomes.title.side": "هل تختلف التحويلات والقيمة والمشاركة؟",
  "comparison.outcomes.definition":
    "مقارنة ما تحقق حتى الآن: نسبة من تحوّل ممن وُصل إليهم، وقيمتهم، ونسبة من شارك منهم. يُحسب كل شخص في السلسلة التي وصلت إليه أولًا، وتُوازن سلاسل كاملة بعضها ببعض.",
  "comparison.measure.k": "K",
  "comparison.measure.conversion": "تحوّلوا، ممن وُصل إليهم",
  "comparison.measure.value": "القيمة لكل شخص وُصل إليه",
  "comparison.measure.share": "شاركوا، ممن وُصل إليهم",

  "comparison.judging.running": "يصح عند كل نظرة",
  "comparison.judging.running.text":
    "لم يُحدَّد يوم قبل البداية، لذا تصح p والمديات في كل وقت: فهي تحسب حساب النظر في كل يوم منذ البداية، وتبقى صحيحة متى توقفت.",
  "comparison.judging.awaited": "الحكم في {day}",
  "comparison.judging.awaited.text": "حُدّد اليوم قبل البداية: {day}. وإلى أن ينقضي تُعرض الأعداد بلا اختبار.",
  "comparison.judging.judged": "حُكم في {day}",
  "comparison.judging.judged.text":
    "كما كانت الحال في نهاية {day}، وهو اليوم الذي حُدّد قبل البداية. وتأتي p من إعادة توزيع سلاسل كاملة على الأطراف.",

  "comparison.better.k":
    "{winner} تنشر أفضل من {loser}: عدد المشاركات لكل إعادة مشاركة {ratio} ضعف ({low} إلى {high}).",
  "comparison.better.conversion":
    "{winner} تحوّل أفضل من {loser}: نسبة المتحوّلين ممن وُصل إليهم {ratio} ضعف ({low} إلى {high}).",
  "comparison.better.value":
    "{winner} أعلى قيمة من {loser}: القيمة لكل شخص وُصل إليه {ratio} ضعف ({low} إلى {high}).",
  "comparison.better.share":
    "{winner} تُشارَك أكثر من {loser}: نسبة المشاركين ممن وُصل إليهم {ratio} ضعف ({low} إلى {high}).",
  "comparison.betterAlone.k": "{winner} تنشر أفضل من {loser}.",
  "comparison.betterAlone.conversion": "{winner} تحوّل أفضل من {loser}.",
  "comparison.betterAlone.value": "{winner} أعلى قيمة من {loser}.",
  "comparison.betterAlone.share": "{winner} تُشارَك أكثر من {loser}.",
  "comparison.unclear": "لا فرق واضح بين {first} و{second}: وما يظهر قد يكون مصادفة.",
  "comparison.unclearMany":
    "{count, plural, zero {لا أزواج بلا فرق واضح.} one {لا فرق واضح في زوج واحد، وما يظهر قد يكون مصادفة.} two {لا فرق واضح في زوجين، وما يظهر قد يكون مصادفة.} few {لا فرق واضح في # أزواج، وما يظهر قد يكون مصادفة.} many {لا فرق واضح في # زوجًا، وما يظهر قد يكون مصادفة.} other {لا فرق واضح في # زوج، وما يظهر قد يكون مصادفة.}}",
  "comparison.early":
    "لم يحن بعد وقت مقارنة {first} بـ{second}: يلزم كل طرف 10 سلاسل فعلية، ولدى الأقل منهما {effective}.",
  "comparison.earlyMany":
    "{count, plural, zero {لا أزواج مبكرة على المقارنة.} one {زوج واحد لم يحن وقت مقارنته: يلزم كل طرف 10 سلاسل فعلية.} two {زوجان لم يحن وقت مقارنتهما: يلزم كل طرف 10 سلاسل فعلية.} few {# أزواج لم يحن وقت مقارنتها: يلزم كل طرف 10 سلاسل فعلية.} many {# زوجًا لم يحن وقت مقارنتها: يلزم كل طرف 10 سلاسل فعلية.} other {# زوج لم يحن وقت مقارنتها: يلزم كل طرف 10 سلاسل فعلية.}}",
  "comparison.tooFew":
    "السلاسل أقل من أن تُقارن {first} بـ{second}: يلزم كل طرف سلسلتان للاختبار، و5 لمعرفة حجم الفرق.",
  "comparison.tooFewMany":
    "{count, plural, zero {لا أزواج سلاسلها قليلة.} one {زوج واحد سلاسله قليلة: يلزم كل طرف سلسلتان للاختبار، و5 لمعرفة حجم الفرق.} two {زوجان سلاسلهما قليلة: يلزم كل طرف سلسلتان للاختبار، و5 لمعرفة حجم الفرق.} few {# أزواج سلاسلها قليلة: يلزم كل طرف سلسلتان للاختبار، و5 لمعرفة حجم الفرق.} many {# زوجًا سلاسلها قليلة: يلزم كل طرف سلسلتان للاختبار، و5 لمعرفة حجم الفرق.} other {# زوج سلاسلها قليلة: يلزم كل طرف سلسلتان للاختبار، و5 لمعرفة حجم الفرق.}}",
  "comparison.changed":
    "{first} و{second}: تغيّرت الأدلة. فما تركته النظرات السابقة ممكنًا لم يعد يصح، والمدى المعروض مدى اللحظة وحدها.",
  "comparison.overall.differ": "بينها مجتمعةً فرق (\u2066p = {p}\u2069).",
  "comparison.overall.same": "لا فرق واضح بينها مجتمعةً (\u2066p = {p}\u2069).",
  "comparison.pooledLags":
    "حيث يقل ما لطرفٍ من فترات فاصلة خاصة به عن 50، حُسب حساب حداثة المشاركات في الطرفين بالفترات نفسها.",
  "comparison.within": "عُدّت الفروع حتى العمر الذي رُوقب الطرفان إليه، وأقله {age}.",
  "comparison.plan":
    "لرؤية نسبة 1.2 في أربعة من كل خمسة اختبارات يلزم كل طرف نحو {needed, plural, zero {# سلسلة} one {سلسلة واحدة} two {سلسلتين} few {# سلاسل} many {# سلسلة} other {# سلسلة}}.",
  "comparison.plan.found":
    "أما المزروع حتى الآن في أكبر طرفين، وهو {planted}، فيُظهر نسبة {found} بالقدر نفسه.",
  "comparison.one": "لا يوجد سوى طرف واحد؛ والمقارنة تحتاج طرفين.",
  "comparison.none": "لا إعادات مشاركة تُقارن بعد.",
  "comparison.overlaps": "بعض المشاركات في الطرفين معًا لأن أحدهما جزء من الآخر: فلا شيء يُختبر.",

  "comparison.arm.channel": "القناة",
  "comparison.arm.variant": "النسخة",
  "comparison.arm.side": "الطرف",
  "comparison.seeds": "البذور",
  "comparison.cascades": "السلاسل",
  "comparison.cases.k": "إعادات المشاركة",
  "comparison.cases.people": "من وُصل إليهم",
  "comparison.events.k": "جلبت",
  "comparison.events.conversion": "تحوّلوا",
  "comparison.events.value": "القيمة",
  "comparison.events.share": "شاركوا",
  "comparison.pairs": "الأزواج بالأرقام",
  "comparison.pair": "الزوج",
  "comparison.ratio": "النسبة",
  "comparison.p": "p",
  "comparison.adjusted": "p معدّلة",
  "comparison.adjusted.definition": "معدّلة بطريقة هولم، لأن بعض الأزواج الكثيرة يختلف بالمصادفة.",
  "comparison.effective": "السلاسل الفعلية لدى الأقل",
  "comparison.finding": "النتيجة",
  "comparison.finding.better": "{name} أفضل",
  "comparison.finding.unclear": "قد يكون مصادفة",
  "comparison.finding.too-few": "السلاسل قليلة",

  "comparison.split.title": "هل جاء التوزيع كما خُطط له؟",
  "comparison.split.definition":
    "البذور المزروعة لكل نسخة مقابل الخطة. p احتمال أن يبتعد التوزيع عنها هذا البعد مصادفةً؛ ودون 0.001 ثمة خلل في توزيع البذور.",
  "comparison.split.broken": "التوزيع ليس كما خُطط له؛ اعرف السبب قبل أن تتابع القراءة.",
  "comparison.split.sound": "بقدر ما تدل الأعداد، وُزعت البذور كما خُطط لها.",
  "comparison.split.unknown": "الأعداد أقل من أن تدل على أن البذور وُزعت كما خُطط لها.",
  "comparison.split.planned": "المخطط",
  "comparison.split.unplanned": "بذور بنسخة لا تذكرها الخطة: {names}.",

  "comparison.holdout.title": "ما يلزم لاختبار أو لمجموعة مستبعدة",
  "comparison.holdout.definition":
    "ما يلزم من سلاسل، في الجزء المستبعد أو الطرف الأصغر وفي الباقي، لتُرى نسبة 1.2 في أربعة من كل خمسة اختبارات عند \u20665 %\u2069، بحسب تفاوت سلاسل هذه الحملة حتى الآن.",
  "comparison.holdout.number": "ما يُقارن",
  "comparison.holdout.share": "الجزء المستبعد",
  "comparison.holdout.half": "{share}، اختبار بين نسختين",
  "comparison.holdout.held": "المستبعد",
  "comparison.holdout.seeded": "المزروع",
  "comparison.holdout.text":
    "لتعرف ما يأتي به الزرع، اترك جزءًا عشوائيًا من البذور بلا زرع وقارن حصيلة كل وحدة. المشاركات تعبر بين الأطراف: فقد يصل الطرف الآخر إلى أناس من الجزء المستبعد، فيأتي الأثر المقيس أقل مما هو. استبعد مناطق كاملة أو أسابيع كاملة حيث أمكن، ودوّن أيها استُبعد.",

  "experiment.title": "اختبار النسخ",
  "experiment.text":
    "إن حُدّد يوم قبل أول بذرة لها نسخة، حُكم بين النسخ مرة واحدة في نهاية ذلك اليوم. وإن لم يُحدَّد جاز النظر كل يوم، وحسبت p والمديات حساب ذلك.",
  "experiment.judgedOn": "يوم الحكم",
  "experiment.judgedOn.hint": "اتركه فارغًا للنظر كل يوم. ويثبت متى زُرعت أول نسخة.",
  "experiment.split": "التوزيع المخطط للبذور",
  "experiment.split.hint": "مثل \u2066A: 50, B: 50\u2069. اتركه فارغًا لأجزاء متساوية.",
  "experiment.save": "حفظ الاختبار",
  "experiment.saved": "حُفظ.",
  "experiment.edit": "اليوم والتوزيع",
  "experiment.fault.day": "أدخل يومًا، مثل \u20662026-03-31\u2069.",
  "experiment.fault.begun":
    "زُرعت بذور لها نسخ، فلم يعد ممكنًا تحديد اليوم أو نقله أو إلغاؤه: إذ لا تصح p حينئذ. تبقى المقارنة كما هي، وما لم يُحدَّد لها يوم جاز النظر إليها كل يوم.",
  "experiment.fault.past": "انقضى هذا اليوم. حدّد يومًا قادمًا.",
  "experiment.fault.split":
    "أدخل نسختين أو أكثر، كلًّا مرة واحدة بعدد أكبر من 0، مثل \u2066A: 50, B: 50\u2069.",
} as const;
