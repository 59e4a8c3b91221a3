/** What the share button says, by language. */
export const SHARE_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    group: "Share",
    email: "E-mail",
    sms: "SMS",
    copy: "Copy link",
    copied: "Link copied",
    failed: "Press and hold to copy:",
    device: "More",
  },
  ar: {
    group: "شارك",
    whatsapp: "واتساب",
    telegram: "تيليجرام",
    x: "إكس",
    facebook: "فيسبوك",
    linkedin: "لينكدإن",
    email: "البريد",
    sms: "رسالة نصية",
    copy: "انسخ الرابط",
    copied: "نُسخ الرابط",
    failed: "اضغط مطوّلًا للنسخ:",
    device: "المزيد",
  },
};

/** Names that every language writes alike unless it says otherwise. */
export const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  whatsapp: "WhatsApp",
  telegram: "Telegram",
  x: "X",
  facebook: "Facebook",
  linkedin: "LinkedIn",
};
