import { connect } from "node:net";

/** An answer as it came over the wire; header names in lower case. Status 0: no answer. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

function parse(text: string): RawAnswer {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [line = "", ...lines] = head.split("\r\n");
  const pairs = lines.map((one) => [
    one.slice(0, one.indexOf(":")).toLowerCase(),
    one.replace(/^[^:]*: ?/, ""),
  ]);
  return {
    status: Number(line.split(" ")[1] ?? 0),
    headers: Object.fromEntries(pairs),
    body: rest.join("\r\n\r\n"),
  };
}

/**
 * Writes the pieces to a new connection, one after the other, and resolves with the answer when the
 * server has closed it. The request must ask for `Connection: close` unless a refusal is expected.
 */
export function sendRaw(port: number, ...pieces: readonly (string | Buffer)[]): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.on("data", (chunk) => received.push(chunk));
    // A reset after the answer is part of what is tested; what came before it counts.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve(parse(Buffer.concat(received).toString("latin1"))));
  });
}
