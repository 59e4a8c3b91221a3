/** Harakat, tatweel, accents, marks of direction and joining, and what emoji are put together of. */
const IGNORED =
  /[\p{Mn}\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/gu;
const LETTERS: Readonly<Record<string, string>> = {
  ...{
    أ: "ا",
    إ: "ا",
    آ: "ا",
    ٱ: "ا",
    ء: "",
    ؤ: "و",
    ئ: "ي",
    ى: "ي",
    ی: "ي",
    ې: "ي",
    ة: "ه",
    ۃ: "ه",
    ہ: "ه",
    ە: "ه",
  },
  ...{ ک: "ك", گ: "ك", ڨ: "ق", ڤ: "ف", چ: "ج", پ: "ب" },
};
const VARIANTS = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/** A name in the plain form of its letters and digits, without what only adorns it. */
export function foldedName(name: string): string {
  // Compatibility forms are full-width letters and the shapes that Arabic ones take; what they are made of is put
  // together again before marks are taken off, so that a letter with hamza stays one.
  const plain = name.normalize("NFKC").replace(VARIANTS, (letter) => LETTERS[letter] ?? letter);
  return plain.normalize("NFKD").replace(IGNORED, "");
}
