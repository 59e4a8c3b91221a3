/** The lower triangle L with L Lᵀ = A of a positive definite A, row by row in a full square, written over A's. */
export function factorCholesky(a: Float64Array, width: number): Float64Array {
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * width + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (a[i * width + k] ?? 0) * (a[j * width + k] ?? 0);
      a[i * width + j] = i === j ? Math.sqrt(sum) : sum / (a[j * width + j] ?? 1);
    }
  }
  return a;
}

/** Solves L x = b for what `factorCholesky` made. */
export function solveLower(factor: Float64Array, b: Float64Array): Float64Array {
  const width = b.length;
  const x = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    let sum = b[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (factor[i * width + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i * width + i] ?? 1);
  }
  return x;
}

/** Solves Lᵀ x = b for what `factorCholesky` made. */
export function solveUpper(factor: Float64Array, b: Float64Array): Float64Array {
  const width = b.length;
  const x = b.slice();
  for (let i = width - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < width; k++) sum -= (factor[k * width + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i * width + i] ?? 1);
  }
  return x;
}
