/** What spreadsheets and reports call the row below the others. */
const TOTALS = new Set([
  ...["total", "totals", "grand total", "subtotal", "sub-total", "sum", "summary", "average"],
  ...["المجموع", "مجموع", "الإجمالي", "الاجمالي", "إجمالي", "اجمالي", "المجموع الكلي", "المعدل", "المتوسط"],
]);

/** Whether a name is one that rows of totals bear. */
export function isTotal(name: string): boolean {
  return TOTALS.has(name.trim().replace(/\s*:$/, "").toLowerCase());
}
