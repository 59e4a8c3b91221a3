import type { Channel } from "./channel.ts";
import { foldedName } from "./folded-name.ts";

/**
 * What people call a channel, in small letters and without blanks. Names that are words of their own besides are in
 * `SHORT_NAMES`.
 */
const NAMES: Readonly<Partial<Record<Channel, string>>> = {
  whatsapp:
    "whatsapp whatsap whatapp watsapp wapp whatsappbusiness wabusiness واتساب واتسب واتساپ وتساب وتسب واتس وتس واتزاب واطساب وطساب واتسااب",
  telegram:
    "telegram telegrammessenger telegramme تيليجرام تليجرام تلجرام تيلجرام تيليغرام تليغرام تلغرام تيلغرام تيليقرام تليقرام تلقرام تيلقرام تيليكرام تليكرام تلكرام تيلكرام تلي تيليجراام",
  messenger:
    "messenger facebookmessenger fbmessenger fbm fbmsg messengerlite ماسنجر مسنجر ماسينجر مسينجر ماسنجرفيسبوك فيسبوكماسنجر",
  imessage: "imessage imessages applemessages ايمسج ايميسج ايماسج ايمسيج",
  viber: "viber فايبر",
  botim: "botim بوتيم",
  wechat: "wechat weixin 微信 ويتشات ويشات",
  discord: "discord ديسكورد دسكورد",
  x: "twitter xtwitter twitterx xcom xformerlytwitter formerlytwitter تويتر تويتير توتير تويترx اكس منصهاكس منصهx xplatform platformx اكستويتر تويتراكس",
  facebook: "facebook facebok facbook fbook فيسبوك فيسبك فسبوك فايسبوك فيس فايس فيسبووك",
  instagram:
    "instagram insta instagramstories igshopping igstory igstories انستغرام انستجرام انستقرام انستكرام انستا انستاغرام انستاجرام انستاقرام انستاكرام انستغرم انستجرم انستقرم اينستغرام اينستجرام اينستقرام اينستاغرام اينستاجرام",
  bluesky: "bluesky bsky بلوسكاي",
  linkedin: "linkedin لينكدان لينكدين لينكد لنكدان لنكدين لنكد لينكيدان لينكيدين لينكدن",
  tiktok: "tiktok تيكتوك تكتوك تيكتك",
  snapchat: "snapchat snap سنابشات سناب سنابتشات سناپشات",
  youtube: "youtube يوتيوب يوتوب يتيوب",
  reddit: "reddit ريديت رديت ريدت",
  pinterest: "pinterest بينتريست بنترست بينترست بنتريست بينتيريست",
  weibo: "weibo sinaweibo 微博 ويبو",
  email:
    "email emails emailmessage gmail googlemail outlook hotmail yahoomail applemail protonmail courriel بريدالكتروني بريدكتروني ايميل اميل ايمايل جيميل اوتلوك هوتميل",
};

/** Names that are other words too: they count where they stand alone, or with what says that an app is meant. */
const SHORT_NAMES: Readonly<Partial<Record<Channel, string>>> = {
  whatsapp: "wa",
  telegram: "tg tlgrm",
  messenger: "msgr",
  signal: "signal signalmessenger سيجنال سيغنال سيقنال سقنال سجنال",
  line: "line linemessenger لاين",
  slack: "slack سلاك",
  teams: "teams microsoftteams msteams تيمز مايكروسوفتتيمز",
  x: "x",
  facebook: "fb fbads fbad",
  instagram: "ig igads igad",
  threads: "threads ثريدز ثردز",
  youtube: "yt",
  email: "mail بريد",
};

/** Names that mean it only where nothing stands beside them. */
const WHOLE_NAMES: Readonly<Partial<Record<Channel, string>>> = {
  sms: "sms text texts txt textmessage textmessages smsmessage shortmessage رسالهنصيه رسائلنصيه رسالهقصيره رسائلقصيره اساماس smscampaign smstext",
  copy: "copy copied copylink copiedlink linkcopy linkcopied copyurl copythelink copytoclipboard clipboard link نسخ نسخالرابط نسخرابط انسخالرابط تمنسخالرابط رابط رابطمنسوخ رابطمباشر",
  qr: "qr qrcode qrcodes qrscan رمزqr كودqr رمزاستجابه رمزالاستجابهالسريعه رمزاستجابهسريعه كيوار كيواركود باركود",
  print: "print printed printout طباعه مطبوع مطبوعات",
  device:
    "device sharesheet nativeshare webshare systemshare navigatorshare deviceshare قائمهالمشاركه مشاركهالجهاز",
  push: "push pushnotification pushnotifications webpush apppush pushmessage اشعار اشعارات اشعارفوري اشعاراتفوريه",
  unknown: "unknown other others notset none null undefined nan na غيرمعروف غيرمحدد اخري غيرذلك",
};

/** What may stand beside a channel's name and changes nothing: where in it, or that it was paid for. */
const BESIDE_ANY =
  "app apps ads ad android ios iphone web mobile desktop paid dm dms formerly سابقا تطبيق ويب اعلان اعلانات";
const BESIDE_NAMES =
  "business social cpc cpm ppc organic referral story stories reel reels feed post posts page pages group groups channel channels status direct message messages chat chats share shares shared sharing button link links bio profile shopping shop marketplace campaign marketing lite messenger inapp browser bot ads shorts video live via on from through platform network official " +
  "بزنس اعمال للاعمال قصه قصص ستوري ستوريز ريلز حاله مجموعه مجموعات قروب جروب قناه رساله رسائل مشاركه شارك عبر علي من خلال منصه شبكه برنامج موقع صفحه حمله محادثه دردشه خاص مدفوع";

export const NAMED = byName(NAMES);
export const SHORT_NAMED = byName(SHORT_NAMES);
export const WHOLE_NAMED = byName(WHOLE_NAMES);
export const SAYS_AN_APP: ReadonlySet<string> = wordSet(BESIDE_ANY);
export const SAYS_WHERE: ReadonlySet<string> = wordSet(`${BESIDE_ANY} ${BESIDE_NAMES}`);

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(" ").map(foldedName));
}

function byName(names: Readonly<Partial<Record<Channel, string>>>): ReadonlyMap<string, Channel> {
  const entries = Object.entries(names) as [Channel, string][];
  return new Map(
    entries.flatMap(([channel, list]) => list.split(" ").map((name) => [foldedName(name), channel])),
  );
}
