let known: readonly string[] | undefined;

/** IANA zones that this runtime knows, by name; `UTC`, which the runtime leaves out, first. */
export function timeZones(): readonly string[] {
  known ??= ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
  return known;
}

/** Whether a text is the name of a zone that this runtime knows, aliases included. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** IANA zone of the machine that runs this: in a browser, the reader's. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
