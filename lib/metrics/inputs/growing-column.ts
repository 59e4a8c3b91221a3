type Numbers = Float64Array | Int32Array | Int8Array | Uint8Array;

/** Numbers that are gathered one by one into as few bytes as their kind takes. */
export interface GrowingColumn<A extends Numbers> {
  push(value: number): void;
  /** In the order given, as an array of its own. */
  ordered(order: Uint32Array): A;
}

/** @param make an array of so many zeros */
export function growingColumn<A extends Numbers>(make: (length: number) => A): GrowingColumn<A> {
  let values = make(1024);
  let size = 0;
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
    ordered(order) {
      const sorted = make(order.length);
      for (let i = 0; i < order.length; i++) sorted[i] = values[order[i] ?? 0] ?? 0;
      return sorted;
    },
  };
}
