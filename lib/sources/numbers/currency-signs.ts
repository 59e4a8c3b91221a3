/** Signs and abbreviations that people write beside amounts, and the currency that each means first of all. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{
    $: "USD",
    us$: "USD",
    ca$: "CAD",
    a$: "AUD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₺": "TRY",
  },
  ...{
    "₽": "RUB",
    "₪": "ILS",
    "₩": "KRW",
    "₫": "VND",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    r$: "BRL",
    "₴": "UAH",
  },
  ...{ "د.إ": "AED", "ر.س": "SAR", "ج.م": "EGP", "د.ك": "KWD", "د.ب": "BHD", "ر.ع": "OMR", "ر.ق": "QAR" },
  ...{ "د.أ": "JOD", "د.ا": "JOD", "ل.ل": "LBP", "ل.س": "SYP", "د.ع": "IQD", "د.ت": "TND", "د.م": "MAD" },
  ...{ "د.ج": "DZD", "د.ل": "LYD", "ر.ي": "YER", "ج.س": "SDG", "\u20c1": "SAR", "﷼": "SAR" },
  ...{
    dh: "AED",
    dhs: "AED",
    sr: "SAR",
    "l.e": "EGP",
    le: "EGP",
    "e£": "EGP",
    kd: "KWD",
    bd: "BHD",
    qr: "QAR",
  },
  ...{ jd: "JOD", "l.l": "LBP", ll: "LBP" },
};

/** Signs that several currencies share: which one is meant, the campaign or the row says. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  $: "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP".split(" "),
  "£": "GBP EGP LBP SYP SDG".split(" "),
  "¥": ["JPY", "CNY"],
  "﷼": "SAR IRR QAR OMR YER".split(" "),
  dh: ["AED", "MAD"],
  dhs: ["AED", "MAD"],
};

/**
 * The currency that a sign or a code beside an amount means.
 * @param stated what the row or the campaign says elsewhere; null where neither does
 * @returns its ISO code; null where it is none that we know
 */
export function currencyOf(sign: string, stated: string | null): string | null {
  const key = sign.toLowerCase().replace(/\.$/, "");
  if (stated !== null && SHARED[key]?.includes(stated)) return stated;
  return SIGNS[key] ?? (/^[a-z]{3}$/.test(key) ? key.toUpperCase() : null);
}
