/** How many shares a counted mark stands for, short enough to stand in it: +85, +1.2k. */
export function countLabel(count: number): string {
  return count < 1000 ? `+${count}` : `+${Math.round(count / 100) / 10}k`;
}
