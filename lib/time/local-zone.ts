/** IANA zone of the machine that runs this: in a browser, the reader's. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
