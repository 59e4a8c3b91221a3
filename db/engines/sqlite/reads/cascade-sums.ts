/**
 * Columns of an aggregate over `cascades` that feed `clusteredK` (METRICS §2.2): x counts the non-seed shares
 * of a cascade, y their children. A provisional root is no seed, so it counts among the shares.
 */
export const CASCADE_SUMS = `
  coalesce(sum(size > seeded), 0) AS cascades,
  coalesce(sum(size - seeded), 0) AS x,
  coalesce(sum(size - 1 - seeded * seed_children), 0) AS y,
  coalesce(sum(1.0 * (size - seeded) * (size - seeded)), 0) AS xx,
  coalesce(sum(1.0 * (size - seeded) * (size - 1 - seeded * seed_children)), 0) AS xy,
  coalesce(sum(1.0 * (size - 1 - seeded * seed_children) * (size - 1 - seeded * seed_children)), 0) AS yy`;
