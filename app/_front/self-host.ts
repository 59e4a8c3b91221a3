/**
 * The host under which this process reaches itself, such as `127.0.0.1:3000`.
 * @param host the address it listens on; the unspecified address stands for loopback
 */
export function selfHost(host: string, port: number): string {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `${address.includes(":") ? `[${address}]` : address}:${port}`;
}
