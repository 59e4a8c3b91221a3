const LONGEST = 80;

/** The name that somebody gives for themselves; null: none. Undefined when it is too long. */
export function cleanName(text: string): string | null | undefined {
  const name = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (name === "") return null;
  return name.length > LONGEST ? undefined : name;
}
