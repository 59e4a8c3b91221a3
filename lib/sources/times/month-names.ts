/** Names of months as the Arab world and English have them: of the Latin calendar, the Syriac one, and the Maghreb's. */
const MONTHS: readonly string[] = [
  "jan january يناير كانون-الثاني جانفي",
  "feb february فبراير شباط فيفري",
  "mar march مارس اذار",
  "apr april ابريل نيسان افريل",
  "may مايو ايار ماي",
  "jun june يونيو يونيه حزيران جوان",
  "jul july يوليو يوليه يوليوز تموز جويليه",
  "aug august اغسطس اب اوت غشت",
  "sep sept september سبتمبر ايلول شتنبر",
  "oct october اكتوبر تشرين-الاول",
  "nov november نوفمبر تشرين-الثاني نونبر نوفنبر",
  "dec december ديسمبر كانون-الاول دجنبر",
];

/** From Sunday on. */
const WEEKDAYS: readonly string[] = [
  "sun sunday الاحد احد",
  "mon monday الاثنين الاتنين اثنين",
  "tue tues tuesday الثلاثاء ثلاثاء",
  "wed wednesday الاربعاء اربعاء",
  "thu thur thurs thursday الخميس خميس",
  "fri friday الجمعه جمعه",
  "sat saturday السبت سبت",
];

const MONTH_OF = indexOf(MONTHS);
const WEEKDAY_OF = indexOf(WEEKDAYS);

/** The first word of months that have two. */
const DOUBLE = /^(كانون|تشرين)$/;

/** Month of a name, 1 to 12; undefined if it is none. @param name a word as `foldedWord` gives it */
export function monthOf(name: string): number | undefined {
  const index = MONTH_OF.get(name);
  return index === undefined ? undefined : index + 1;
}

/** Day of the week, 0 for Sunday. @param name a word as `foldedWord` gives it */
export function weekdayOf(name: string): number | undefined {
  return WEEKDAY_OF.get(name);
}

/** Whether a month's name goes on in the next word, joined to it by a dash in `monthOf`. */
export function isHalfName(word: string): boolean {
  return DOUBLE.test(word);
}

/** A word without what people write or leave out at will: case, dots, vowel signs, the seats of hamza. */
export function foldedWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/[.\u064b-\u0652\u0640]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ة/g, "ه")
    .replace(/[یى]/g, "ي")
    .replace(/ک/g, "ك");
}

function indexOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((line, index) => line.split(" ").map((name) => [name, index] as const)));
}
