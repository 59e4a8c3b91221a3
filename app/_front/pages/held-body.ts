import type { IncomingMessage } from "node:http";

/** Bytes of bodies that are held at once, of all clients. */
const MOST_HELD = 64 * 1024 ** 2;

/** Bodies that are read whole before the pages work on them, so that a slow client keeps nobody else out. */
export class HeldBodies {
  private bytes = 0;

  constructor(private readonly most = MOST_HELD) {}

  /**
   * @returns the body, to be given to `letGo` once it is used; `gone` when the client left or broke a limit, `full`
   * when there is no room
   */
  async read(req: IncomingMessage): Promise<Buffer | "gone" | "full"> {
    const pieces: Buffer[] = [];
    let length = 0;
    try {
      for await (const piece of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        length += piece.length;
        this.bytes += piece.length;
        if (this.bytes > this.most) {
          this.bytes -= length;
          return "full";
        }
        pieces.push(piece);
      }
    } catch {
      this.bytes -= length;
      return "gone";
    }
    return Buffer.concat(pieces, length);
  }

  letGo(body: Buffer): void {
    this.bytes -= body.length;
  }
}
