type Numbers = Float64Array | Int32Array | Int8Array | Uint8Array;

/** Numbers that are gathered one by one into as few bytes as their kind takes. */
export interface GrowingColumn<A extends Numbers> {
  push(value: number): void;
  /** As they came; later ones are not seen in it. */
  all(): A;
  /** In the order given, or as they came for null. */
  ordered(order: Uint32Array | null): A;
  size(): number;
}

/** @param make an array of so many zeros */
export function growingColumn<A extends Numbers>(make: (length: number) => A): GrowingColumn<A> {
  let values = make(1024);
  let size = 0;
  const all = () => values.slice(0, size) as A;
  return {
    push(value) {
      if (size === values.length) {
        const larger = make(2 * size);
        larger.set(values);
        values = larger;
      }
      values[size] = value;
      size += 1;
    },
    all,
    size: () => size,
    ordered(order) {
      if (order === null) return all();
      const sorted = make(order.length);
      for (let i = 0; i < order.length; i++) sorted[i] = values[order[i] ?? 0] ?? 0;
      return sorted;
    },
  };
}
