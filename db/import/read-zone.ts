/**
 * Reads the value of `--zone`.
 * @throws Error when there is no such IANA zone
 */
export function readZone(zone: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    throw new Error(`--zone ${zone}: no such time zone; write one such as Africa/Khartoum`);
  }
}
