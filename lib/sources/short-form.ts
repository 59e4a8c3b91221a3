/**
 * A whole number as spreadsheets shorten it (1.76723E+18) or programs that took it for a measure (1.7672256e+18).
 * Codes such as 1e5 are none.
 */
const SHORT = /^[+-]?\d(?:([.,٫])(\d+))?[eE](\+?)(\d{1,3})$/;

/** Whether a text is a number in short form of which digits are lost: the exponent counts more than are there. */
export function isShortForm(text: string): boolean {
  const found = SHORT.exec(text);
  if (found === null) return false;
  const [, mark, digits = "", plus, exponent] = found;
  return (mark !== undefined || plus === "+") && Number(exponent) > digits.length;
}
