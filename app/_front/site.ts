/** The one site this server is: what a request may name as its host and its origin. */
export interface Site {
  /** The origin of BASE_URL. */
  readonly origin: string;
  /** Its host, with the port unless that is the scheme's own. */
  readonly host: string;
  readonly protocol: "http" | "https";
  /** The host under which the process reaches itself. */
  readonly selfHost: string;
  /** Accepted values of `Host`, in lower case. */
  readonly hosts: ReadonlySet<string>;
  /** Accepted values of `Origin`. */
  readonly origins: ReadonlySet<string>;
}

const LOOPBACK_NAMES = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Derives the site from BASE_URL. When that names the machine itself, its other loopback names are
 * accepted too, with the same port. `selfHost` is accepted as a host, never as an origin: it is an address
 * that no page can be loaded from under another name, and the app is told the public host instead.
 * @param baseUrl an http(s) origin
 */
export function site(baseUrl: string, selfHost: string): Site {
  const url = new URL(baseUrl);
  const protocol = url.protocol === "https:" ? "https" : "http";
  const names = LOOPBACK_NAMES.includes(url.hostname) ? LOOPBACK_NAMES : [url.hostname];
  const port = url.port || (protocol === "https" ? "443" : "80");
  const spellings = names.map((name) => new URL(`${protocol}://${name}:${port}`));
  return {
    origin: url.origin,
    host: url.host,
    protocol,
    selfHost,
    hosts: new Set([selfHost, ...spellings.flatMap((alias) => [alias.host, `${alias.hostname}:${port}`])]),
    origins: new Set(spellings.map((alias) => alias.origin)),
  };
}
