/** A column that may be chosen: by its name, or by its number where no name tells it from others. */
export interface ColumnOption {
  readonly value: string;
  /** From 1; null where the name tells it. */
  readonly number: number | null;
  readonly name: string;
}

const NUMBER = /^#\d+$/;

/** The columns of a file as they are chosen from; those without a name, beside others with one, are left out. */
export function columnOptions(header: readonly string[]): ColumnOption[] {
  return header.flatMap((name, i): ColumnOption[] => {
    if (name.trim() === "") return [];
    const isAlone = header.indexOf(name) === header.lastIndexOf(name) && !NUMBER.test(name);
    if (isAlone) return [{ value: name, number: null, name }];
    return [{ value: `#${i + 1}`, number: i + 1, name: NUMBER.test(name) ? "" : name }];
  });
}
