// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 does not allow at all
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A text without the characters that XML cannot hold, which become U+FFFD. */
export function xmlCharacters(text: string): string {
  return text.replace(FORBIDDEN, "\uFFFD");
}

/** A text for inside an XML element or a quoted attribute; characters that XML cannot hold become U+FFFD. */
export function xmlText(text: string): string {
  return xmlCharacters(text).replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
