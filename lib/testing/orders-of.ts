/** All orders of up to six, or fifty of more: each element once in every place, and drawn ones. */
export function ordersOf<T>(values: readonly T[]): T[][] {
  if (values.length > 6)
    return Array.from({ length: 50 }, (_, shift) => {
      const turned = values.map(
        (_value, i) => values[(i * (shift % 2 ? values.length - 1 : 1) + shift) % values.length],
      );
      return turned.filter((value) => value !== undefined);
    });
  if (values.length < 2) return [[...values]];
  return values.flatMap((first, i) =>
    ordersOf([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [first, ...rest]),
  );
}
