export const metrics = {
  "metrics.asOf": "حتى {time}. {zone}.",
  "metrics.zone": "{zone}.",
  "metrics.table": "عرض كجدول",
  "metrics.infinite": "بلا حد",
  "metrics.range.named": "المدى 95 ‎%‎: ‏{range}",
  "metrics.range.column": "المدى 95 ‎%‎",
  "metrics.range.plain": "{low} إلى {high}",
  "metrics.range.plainFrom": "{low} أو أكثر",
  "metrics.range.plainUpTo": "{high} على الأكثر",
  "metrics.why.empty": "لا شيء يُقاس بعد",
  "metrics.why.too-few": "البيانات قليلة",
  "metrics.why.censored": "لم تكفِ مدة المتابعة",
  "metrics.note.nobody-reshared": "لم يُعِد أحد المشاركة بعد",
  "metrics.note.one-cascade": "يصح داخل هذه السلسلة وحدها",
  "metrics.note.few-cascades": "السلاسل قليلة",
  "metrics.note.no-children": "لم تجلب أي إعادة مشاركة غيرها بعد",
  "metrics.note.shortened-horizon": "بمتابعة لمدة أقصر فقط",
  "metrics.note.assumed-kernel": "مفترض لا مقيس",
  "metrics.note.heavier-tail": "ذيل أثقل من النموذج",
  "metrics.note.unbounded": "لا تضع هذه البيانات حدًّا",
  "metrics.note.optimistic": "مدى متفائل",
  "metrics.note.imprecise": "غير مؤكد: المجال واسع",
  "metrics.note.no-clear-growth": "لا نمو واضح: التضاعف يستغرق أكثر من الحد الأدنى، إن حدث",
  "metrics.later":
    "{count, plural, zero {لا مشاركات لاحقة} one {مشاركة واحدة جاءت لاحقًا} two {مشاركتان جاءتا لاحقًا} few {# مشاركات جاءت لاحقًا} many {# مشاركة جاءت لاحقًا} other {# مشاركة جاءت لاحقًا}} خارج الرسم.",

  "metrics.horizon.label": "كم ننتظر ما تجلبه المشاركة",
  "metrics.horizon.text": "يُحسب ما تجلبه المشاركة حتى تبلغ هذا العمر.",
  "metrics.horizon.days":
    "{days, plural, zero {بلا أيام} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}",

  "metrics.viral.title": "معامل الانتشار",
  "metrics.viral.text": "هل تجلب كل مشاركة مشاركةً أخرى، وهل ذلك مؤكد؟",
  "metrics.viral.empty.title": "لا مشاركات بعد",
  "metrics.viral.empty.text":
    "يعدّ معامل الانتشار ما تجلبه كل مشاركة. استورد سجل مشاركات، أو انتظر أول مشاركة.",
  "metrics.viral.verdict.sustains": "الانتشار يستمر بذاته",
  "metrics.viral.verdict.may": "قد يستمر الانتشار بذاته",
  "metrics.viral.verdict.does-not": "الانتشار لا يستمر بذاته",
  "metrics.viral.verdict.unknown": "الوقت مبكر للحكم: هل يستمر الانتشار بذاته؟",
  "metrics.viral.sentence.sustains":
    "كل 100 إعادة مشاركة تجلب {k} أخرى، والمدى 95 ‎%‎ كله فوق 100. تنمو الحملة بلا بذور جديدة إلى أن ينفد الناس.",
  "metrics.viral.sentence.may":
    "كل 100 إعادة مشاركة تجلب {k} أخرى. والمدى 95 ‎%‎ يشمل 100، فلا تحسم هذه البيانات هل تنمو الحملة أم تخبو.",
  "metrics.viral.sentence.bare":
    "كل 100 إعادة مشاركة تجلب {k} أخرى. سلسلة واحدة لا تعطي مدى للحملة كلها، فمستقبلها مفتوح.",
  "metrics.viral.sentence.does-not":
    "كل 100 إعادة مشاركة تجلب {k} أخرى. كل جيل أصغر من سابقه، فيخبو الانتشار ما لم تغذّه بذور جديدة.",
  "metrics.viral.sentence.unknown": "يعدّ K ما تجلبه إعادات المشاركة، فلا يُعرف قبل أن يعيد أحد المشاركة.",
  "metrics.viral.basis":
    "{sharers, plural, zero {لا إعادات مشاركة} one {إعادة مشاركة واحدة} two {إعادتا مشاركة} few {# إعادات مشاركة} many {# إعادة مشاركة} other {# إعادة مشاركة}}، {seeds, plural, zero {بلا بذور} one {بذرة واحدة} two {بذرتان} few {# بذور} many {# بذرة} other {# بذرة}}، {cascades, plural, zero {بلا سلاسل} one {سلسلة واحدة} two {سلسلتان} few {# سلاسل} many {# سلسلة} other {# سلسلة}}.",
  "metrics.viral.scale": "K ومداه 95 ‎%‎ على مقياس؛ عند 1 يستمر الانتشار بذاته",
  "metrics.viral.scale.one": "1: يستمر بذاته",
  "metrics.viral.k": "K",
  "metrics.viral.kWithin": "K خلال {age}",
  "metrics.viral.k.definition":
    "عدد المشاركات التي تجلبها إعادة مشاركة واحدة خلال {horizon}، مصحَّحًا لما لم يُتح له الوقت بعد. لا تُحسب البذور هنا.",
  "metrics.viral.k0": "K0 للبذور",
  "metrics.viral.k0.definition":
    "عدد المشاركات التي تجلبها البذرة الواحدة مباشرة خلال {horizon}. يدل على تلقّي الناس للإطلاق، لا على بُعد ما وصل.",
  "metrics.viral.cycle": "زمن الدورة",
  "metrics.viral.cycle.definition":
    "نصف إعادات المشاركة يأتي قبل هذا الزمن من المشاركة التي جلبتها، ونصفها بعده.",
  "metrics.viral.trend": "اتجاه K",
  "metrics.viral.trend.definition":
    "كيف يتغير K من مجموعة مشاركات إلى التي تليها. لا يُعدّ تغيرًا إلا ما خلا مداه من 1.",
  "metrics.viral.trend.rising": "صاعد",
  "metrics.viral.trend.falling": "هابط",
  "metrics.viral.trend.unclear": "لا تغير واضح",
  "metrics.viral.trend.too-few": "—",
  "metrics.viral.trend.hour": "‏× {ratio} كل ساعة، {range}",
  "metrics.viral.trend.day": "‏× {ratio} كل يوم، {range}",
  "metrics.viral.trend.week": "‏× {ratio} كل أسبوع، {range}",
  "metrics.viral.trend.needed": "يلزم 4 مجموعات جلبت معظم ما ستجلبه",

  "metrics.rt.title": "الانتشار عبر الزمن: R_t",
  "metrics.rt.definition":
    "عدد المشاركات التي جلبتها إعادة المشاركة في كل لحظة بحسب ما كان يجري فيها. فوق 1 كانت الحملة تنمو، وتحته كانت تخبو. وهو يسبق K الذي ينتظر دورة كاملة.",
  "metrics.rt.note": "كل نقطة تغطي النافذة المنتهية عندها. {zone}.",
  "metrics.rt.line": "R_t",
  "metrics.rt.band": "المدى 95 ‎%‎",
  "metrics.rt.grey": "غير مؤكد: يلزم نحو 11 إعادة مشاركة في النافذة",
  "metrics.rt.one": "1: يستمر بذاته",
  "metrics.rt.window": "النافذة",
  "metrics.rt.aboveOne": "احتمال R_t > 1",
  "metrics.rt.firm": "اليقين",
  "metrics.rt.isFirm": "بيانات كافية",
  "metrics.rt.isGrey": "غير مؤكد",
  "metrics.rt.empty":
    "لا نافذة فيها ما يكفي من مشاركات جلبتها إعادات مشاركة. يلزم نحو 11 في النافذة الواحدة لقيمة ثابتة.",
  "metrics.rt.label": "رسم R_t عبر الزمن مع مداه 95 ‎%‎ وخط عند 1. الجدول أدناه يضم القيم نفسها.",

  "metrics.cohort.title": "K بحسب وقت المشاركة",
  "metrics.cohort.definition":
    "المشاركات مجمّعة بحسب وقتها. العمود ما جلبته حتى الآن، والنقطة ما ستكون قد جلبته حين تبلغ {horizon}.",
  "metrics.cohort.note.hour": "مجموعات من ساعة واحدة. {zone}.",
  "metrics.cohort.note.day": "مجموعات من يوم واحد. {zone}.",
  "metrics.cohort.note.week": "مجموعات من أسبوع واحد. {zone}.",
  "metrics.cohort.naive": "حتى الآن، لكل مشاركة",
  "metrics.cohort.corrected": "مصحَّح بحسب العمر، مع المدى 95 ‎%‎",
  "metrics.cohort.immature": "المخطط: معظمه لم يأتِ بعد",
  "metrics.cohort.one": "1: يستمر بذاته",
  "metrics.cohort.from": "من",
  "metrics.cohort.shares": "المشاركات",
  "metrics.cohort.children": "جلبت حتى الآن",
  "metrics.cohort.effective": "المشاركات الفعلية",
  "metrics.cohort.k": "K المصحَّح",
  "metrics.cohort.status": "الحالة",
  "metrics.cohort.isImmature": "ما زالت تنمو",
  "metrics.cohort.isMature": "مستقرة",
  "metrics.cohort.empty": "لم يُعِد أحد المشاركة بعد، فلا مجموعة تُعرض.",
  "metrics.cohort.label":
    "رسم K بحسب وقت المشاركة، والمجموعات التي ما زالت تنمو مخططة. الجدول أدناه يضم القيم نفسها.",

  "metrics.factors.title": "ممّ يتكوّن K",
  "metrics.factors.definition":
    "K حتى الآن حاصل ضرب ثلاثة معدلات. والمنخفض منها قياسًا إلى حملات مثل حملتك هو ما يستحق العمل عليه.",
  "metrics.factors.note": "حتى الآن، دون تصحيح بحسب العمر.",
  "metrics.factors.visits": "زيارات لكل مشاركة",
  "metrics.factors.rate": "من الزوار يشاركون بدورهم",
  "metrics.factors.shares": "مشاركات لكل مشارك",
  "metrics.factors.k": "K حتى الآن",
  "metrics.factors.unknown": "لا زيارات مستقلة في سجل هذه الحملة، فلا يمكن فصل العوامل بعضها عن بعض.",

  "metrics.modes.title": "الضمني مقابل النشط",
  "metrics.modes.definition": "ضمني: يحمل المنتجُ الرسالةَ باستعماله. نشط: يسعى الشخص إلى جلب غيره.",
  "metrics.modes.mode": "النمط",
  "metrics.modes.active": "نشط",
  "metrics.modes.passive": "ضمني",
  "metrics.modes.shares": "إعادات المشاركة",
  "metrics.modes.empty": "لا إعادة مشاركة تذكر أضمنيةٌ هي أم نشطة.",

  "metrics.cycle.title": "كم تستغرق إعادة المشاركة",
  "metrics.cycle.definition":
    "الزمن من مشاركة إلى كل مشاركة جلبتها. تتسع خطوات المحور لتجتمع الدقائق والأيام في صورة واحدة.",
  "metrics.cycle.note":
    "{lags, plural, zero {لا إعادات مشاركة} one {إعادة مشاركة واحدة معروفة الزمن} two {إعادتا مشاركة معروفتا الزمن} few {# إعادات مشاركة معروفة الزمن} many {# إعادة مشاركة معروفة الزمن} other {# إعادة مشاركة معروفة الزمن}}.",
  "metrics.cycle.bars": "نسبة من إعادات المشاركة",
  "metrics.cycle.median": "نصفها يأتي قبله (الوسيط)",
  "metrics.cycle.quarter": "ربعها يأتي قبله",
  "metrics.cycle.threeQuarters": "ثلاثة أرباعها تأتي قبله",
  "metrics.cycle.medianLine": "الوسيط",
  "metrics.cycle.middle": "النصف الأوسط",
  "metrics.cycle.after": "بعد",
  "metrics.cycle.within": "أكثر من {from} وحتى {to}",
  "metrics.cycle.assumed":
    "إعادات المشاركة أقل من أن يُقاس هذا: {lags, plural, zero {لا شيء معروف} one {واحدة معروفة} two {اثنتان معروفتان} few {# معروفة} many {# معروفة} other {# معروفة}}، ويلزم 50. إلى حينها ينوب عنها توزيع مفترض.",
  "metrics.cycle.empty": "لا إعادة مشاركة معروفة الزمن بعد؛ يلزم 50.",
  "metrics.cycle.label":
    "مدرّج تكراري لزمن إعادة المشاركة مع الوسيط والنصف الأوسط. الجدول أدناه يضم القيم نفسها.",

  "metrics.tail.title": "من ينقلها",
  "metrics.tail.definition":
    "نسبة المشاركات التي جلبت هذا العدد أو أكثر. يتضاعف المحوران بالضرب ليبقى كبار الناشرين النادرون ظاهرين.",
  "metrics.tail.note":
    "{shares, plural, zero {لا إعادات مشاركة} one {إعادة مشاركة واحدة} two {إعادتا مشاركة} few {# إعادات مشاركة} many {# إعادة مشاركة} other {# إعادة مشاركة}} عمرها {horizon} على الأقل.",
  "metrics.tail.seen": "المعدود",
  "metrics.tail.fitted": "النموذج (ثنائي الحدين السالب)",
  "metrics.tail.children": "جلبت على الأقل",
  "metrics.tail.axis": "المشاركات المجلوبة، على الأقل",
  "metrics.tail.without": "لا تجلب أحدًا",
  "metrics.tail.concentration": "تجلب 80 ‎%‎ مما يتبع",
  "metrics.tail.dispersion": "التشتت k",
  "metrics.tail.dispersion.definition":
    "مدى تفاوت الناس في النقل. صغير: قلة تحمل الانتشار. كبير: كلٌّ يسهم بقدر يسير.",
  "metrics.tail.heavier":
    "ذيل أثقل من النموذج: كبار الناشرين يجلبون أكثر مما يسمح به النموذج. ثِق بالخط المعدود لا بالمتقطع.",
  "metrics.tail.empty": "لم تبلغ أي إعادة مشاركة {horizon} بعد، فلم يُتح لواحدة منها أن تجلب كل ما لديها.",
  "metrics.tail.tenMore": "احتمال عشر أخرى",
  "metrics.tail.tenMore.definition":
    "احتمال أن تفضي مشاركة واحدة إلى عشر أخرى على الأقل بحسب القانون الموفَّق هنا؛ ويبقى مجهولًا حين يكون الذيل أثقل من القانون.",
  "metrics.tail.few": "أقل من 10 إعادات مشاركة جلبت غيرها: لو رُسم منحنى لقال أكثر مما تقوله البيانات.",
  "metrics.tail.label":
    "نسبة إعادات المشاركة التي جلبت هذا العدد أو أكثر، معدودةً وبحسب النموذج. الجدول أدناه يضم القيم نفسها.",

  "metrics.generations.title": "K بحسب الجيل",
  "metrics.generations.definition": "ما تجلبه المشاركة عند كل خطوة من البذرة. الجيل 0 هو البذور.",
  "metrics.generations.warning":
    "كثيرًا ما يرتفع K هنا من صف إلى صف بلا أي تسارع: فالسلاسل التي انتشرت جيدًا هي وحدها التي لها أجيال متأخرة. لا تقرأ ذلك تسارعًا.",
  "metrics.generations.generation": "الجيل",
  "metrics.generations.shares": "المشاركات",
  "metrics.generations.children": "جلبت",
  "metrics.generations.empty": "لا يوجد سوى الجيل الأول حتى الآن.",

  "metrics.compare.title.channel": "أي قناة تنشر أفضل؟",
  "metrics.compare.title.variant": "أي نسخة تنشر أفضل؟",
  "metrics.compare.definition":
    "مقارنة K، أي ما تجلبه إعادة المشاركة الواحدة. تُوازن سلاسل كاملة بعضها ببعض لأن مشاركات السلسلة الواحدة متشابهة.",
  "metrics.compare.exploratory": "استكشافي",
  "metrics.compare.exploratory.text": "لم يُحدَّد يوم المقارنة مسبقًا، فأعد النظر قبل أن تبني عليها.",
  "metrics.compare.better":
    "{winner} تنشر أفضل من {loser}: عدد المشاركات لكل إعادة مشاركة أكبر {ratio} مرة ({low} إلى {high}).",
  "metrics.compare.betterAlone":
    "{winner} تنشر أفضل من {loser}: عدد المشاركات لكل إعادة مشاركة أكبر {ratio} مرة.",
  "metrics.compare.unclear": "لا فرق واضح بين {first} و{second}.",
  "metrics.compare.unclearMany":
    "{count, plural, zero {لا أزواج بلا فرق واضح.} one {لا فرق واضح في زوج واحد.} two {لا فرق واضح في زوجين.} few {لا فرق واضح في # أزواج.} many {لا فرق واضح في # زوجًا.} other {لا فرق واضح في # زوج.}}",
  "metrics.compare.tooFew": "السلاسل أقل من أن تُقارن {first} بـ{second}: يلزم 5 على الأقل لكل طرف.",
  "metrics.compare.tooFewMany":
    "{count, plural, zero {لا أزواج سلاسلها قليلة.} one {زوج واحد سلاسله قليلة: يلزم 5 على الأقل لكل طرف.} two {زوجان سلاسلهما قليلة: يلزم 5 على الأقل لكل طرف.} few {# أزواج سلاسلها قليلة: يلزم 5 على الأقل لكل طرف.} many {# زوجًا سلاسلها قليلة: يلزم 5 على الأقل لكل طرف.} other {# زوج سلاسلها قليلة: يلزم 5 على الأقل لكل طرف.}}",
  "metrics.compare.overall": "مجتمعةً: {words}",
  "metrics.compare.overall.differ": "بينها فرق (\u2066p = {p}\u2069).",
  "metrics.compare.overall.same": "لا فرق واضح (\u2066p = {p}\u2069).",
  "metrics.compare.needed":
    "لرؤية فرق بمقدار الخُمس يلزم كل طرف نحو {needed, plural, zero {# سلسلة} one {سلسلة واحدة} two {سلسلتين} few {# سلاسل} many {# سلسلة} other {# سلسلة}}.",
  "metrics.compare.one": "لا يوجد سوى طرف واحد؛ والمقارنة تحتاج طرفين.",
  "metrics.compare.none": "لا إعادات مشاركة تُقارن بعد.",
  "metrics.compare.arm.channel": "القناة",
  "metrics.compare.arm.variant": "النسخة",
  "metrics.compare.cascades": "السلاسل",
  "metrics.compare.shares": "إعادات المشاركة",
  "metrics.compare.children": "جلبت",
  "metrics.compare.pairs": "الأزواج بالأرقام",
  "metrics.compare.pair": "الزوج",
  "metrics.compare.ratio": "نسبة K",
  "metrics.compare.p": "p",
  "metrics.compare.adjusted": "p معدّلة",
  "metrics.compare.adjusted.definition": "معدّلة بطريقة هولم، لأن بعض الأزواج الكثيرة يختلف بالمصادفة.",
  "metrics.compare.finding": "النتيجة",
  "metrics.compare.finding.better": "{name} تنشر أفضل",
  "metrics.compare.finding.unclear": "لا فرق واضح",
  "metrics.compare.finding.too-few": "السلاسل قليلة",

  "metrics.definitions.title": "التعريفات",
  "metrics.definitions.text": "ما معنى كل رقم، ومن أين جاء تعريفه.",
  "metrics.definitions.search": "البحث في التعريفات",
  "metrics.definitions.count":
    "{count, plural, zero {لا تعريفات} one {تعريف واحد} two {تعريفان} few {# تعريفات} many {# تعريفًا} other {# تعريف}}",
  "metrics.definitions.none": "لا تعريف يطابق «{search}».",
  "metrics.definitions.reference": "المرجع",
  "metrics.definitions.key": "المفتاح في الملفات والواجهة البرمجية",
  "metrics.unit.shares": "مشاركات",
  "metrics.unit.persons": "أشخاص",
  "metrics.unit.generations": "أجيال",
  "metrics.unit.children": "مشاركات مجلوبة",
  "metrics.unit.ratio": "نسبة بين عددين",
  "metrics.unit.share": "جزء من الكل",
  "metrics.unit.probability": "احتمال",
  "metrics.unit.milliseconds": "زمن",
  "metrics.unit.perDay": "في اليوم",
  "metrics.unit.money": "مال",
} as const;
