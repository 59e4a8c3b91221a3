import { CSV_COOKIE, CSV_DIALECTS, type CsvDialect } from "#lib/format/csv.ts";

/** How a CSV file is written for whoever asks: as the address says with `csv`, else as they chose in this browser. */
export function csvDialectOf(request: Request): CsvDialect {
  const asked = new URL(request.url).searchParams.get("csv");
  return named(asked) ?? named(chosenIn(request.headers.get("cookie") ?? "")) ?? "comma";
}

function named(text: string | null): CsvDialect | undefined {
  return CSV_DIALECTS.find((dialect) => dialect === text);
}

function chosenIn(cookies: string): string | null {
  const start = `${CSV_COOKIE}=`;
  const pair = cookies.split(";").find((one) => one.trim().startsWith(start));
  return pair === undefined ? null : pair.trim().slice(start.length);
}
