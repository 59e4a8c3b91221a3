import type { collect as english } from "../en/collect.ts";

export const collect: Readonly<Record<keyof typeof english, string>> = {
  "collect.notice.unknown.title": "هذا الرابط لا يؤدي إلى شيء",
  "collect.notice.unknown.text": "ربما نقص جزء منه. افتحه مجددًا من الرسالة التي وصل فيها.",
  "collect.notice.paused.title": "هذا الرابط موقوف",
  "collect.notice.paused.text": "أوقفه من وزّعه في الوقت الحالي. اطلب منه رابطًا آخر.",
};
