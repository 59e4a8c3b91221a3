import type { EventKind } from "#lib/domain/event.ts";
import { withoutMarks } from "./invisible-marks.ts";

/** What a word of a log says happened; a repost is a visit and a share at once, as each row of a repost log. */
export type RowKind = EventKind | "repost";

const WORDS: Readonly<Record<RowKind, readonly string[]>> = {
  visit: [
    ...[
      "visit",
      "visited",
      "click",
      "clicks",
      "clicked",
      "link_click",
      "open",
      "opened",
      "app_open",
      "landing",
    ],
    ...["page_view", "pageview", "session_start", "referral_visit", "scan", "qr_scan"],
    ...["زياره", "نقره", "ضغطه", "فتح", "مسح"],
  ],
  share: ["share", "shared", "invite", "invited", "invitation", "invite_sent", "مشاركه", "دعوه"],
  repost: [
    ...[
      "repost",
      "reposted",
      "reshare",
      "reshared",
      "retweet",
      "retweeted",
      "rt",
      "tweet",
      "tweeted",
      "quote",
    ],
    ...["quoted", "quote_tweet", "quote_retweet", "qt", "reply", "replied", "replied_to", "re", "comment"],
    ...["reblog", "reblogged", "forward", "forwarded", "fwd", "post", "posted", "origin", "original"],
    ...["original_post", "original_tweet", "submission", "renote", "boost", "boosted"],
    ...["تغريده", "اعاده_تغريد", "اعاده_نشر", "اعاده_توجيه", "اعاده_ارسال", "منشور", "رد", "اقتباس", "تعليق"],
  ],
  delivery: ["delivery", "delivered", "تسليم"],
  conversion: [
    ...[
      "conversion",
      "converted",
      "convert",
      "purchase",
      "purchased",
      "af_purchase",
      "order",
      "ordered",
      "sale",
    ],
    ...["lead", "signup", "sign_up", "signed_up", "register", "registered", "registration", "subscribe"],
    ...["subscribed", "install", "installed", "checkout", "payment", "paid", "complete_registration"],
    ...["af_complete_registration", "شراء", "تحويل", "طلب", "بيع", "دفع", "تسجيل", "اشتراك", "تثبيت"],
  ],
  view: ["view", "viewed", "impression", "watch", "watched", "video_view", "play", "مشاهده", "ظهور"],
  rating: ["rating", "rated", "rate", "review", "تقييم"],
};

const KINDS: ReadonlyMap<string, RowKind> = new Map(
  (Object.keys(WORDS) as RowKind[]).flatMap((kind) => WORDS[kind].map((word) => [word, kind] as const)),
);

/** What a word of a log's column of kinds means, whatever its letter case; null when it is no kind of event. */
export function rowKind(word: string): RowKind | null {
  // Most rows say it as it is documented.
  return KINDS.get(word) ?? KINDS.get(wordKey(word)) ?? null;
}

function wordKey(word: string): string {
  return withoutMarks(word)
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace(/[أإآ]/g, "ا")
    .replaceAll("ة", "ه");
}
