let known: readonly string[] | undefined;

/** IANA zones that this runtime knows, by name; `UTC`, which the runtime leaves out, first. */
export function timeZones(): readonly string[] {
  known ??= ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
  return known;
}
