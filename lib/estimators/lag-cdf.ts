/**
 * F of METRICS §2.2 and §3.1: the share of a parent's children, out of those within the maturity horizon,
 * that are born by the parent's age. Takes an age in milliseconds; rises from 0 to 1.
 */
export type LagCdf = (age: number) => number;
