const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-";

/** Letters that nobody else draws: six random bits each. */
export function randomId(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  let id = "";
  // Old libraries put something of their own in the place of Array.from.
  for (let i = 0; i < length; i++) id += LETTERS[(bytes[i] ?? 0) & 63];
  return id;
}
