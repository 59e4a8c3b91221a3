/** What spreadsheets and reports call the row below the others. */
const TOTALS = new Set([
  ...["total", "totals", "grand total", "subtotal", "sub-total", "sum", "summary", "average"],
  ...["المجموع", "مجموع", "الإجمالي", "الاجمالي", "إجمالي", "اجمالي", "المجموع الكلي", "المعدل", "المتوسط"],
]);

/** Whether a name is one that rows of totals bear. */
export function isTotal(name: string): boolean {
  const bare = name.trim();
  return TOTALS.has((bare.endsWith(":") ? bare.slice(0, -1).trimEnd() : bare).toLowerCase());
}
