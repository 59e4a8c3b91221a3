/** The text of a request to `intishar.test` that closes the connection; null leaves a header out. */
export function requestText(
  line: string,
  headers: Readonly<Record<string, string | null>> = {},
  body = "",
): string {
  const all: Record<string, string | null> = { Host: "intishar.test", Connection: "close", ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}\r\n`],
  );
  return `${line} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}
