import { Agent, request } from "node:http";

/** Sends batches of events from several connections, and remembers which events were acknowledged. */
export class AckLedger {
  readonly acknowledged = new Set<string>();
  /** Sent, and no answer came: they may be stored or not, and are sent again. */
  private readonly open: string[][] = [];
  private serial = 0;
  private isSending = false;
  private loops: Promise<void>[] = [];
  private agent = new Agent({ keepAlive: true });

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly size: number,
  ) {}

  /** Batches that were sent and got no answer. */
  get unanswered(): number {
    return this.open.length;
  }

  start(connections: number): void {
    this.isSending = true;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.loops = Array.from({ length: connections }, () => this.loop());
  }

  async stop(): Promise<void> {
    this.isSending = false;
    await Promise.all(this.loops);
    this.agent.destroy();
  }

  /** Sends what has no answer yet, once, and waits. */
  async settle(): Promise<void> {
    while (this.open.length > 0) {
      const batch = this.open.pop();
      if (batch !== undefined && !(await this.send(batch)))
        throw new Error("a repeated batch was not taken in");
    }
  }

  private async loop(): Promise<void> {
    while (this.isSending) {
      const batch = this.open.pop() ?? Array.from({ length: this.size }, () => `e${this.serial++}`);
      if (!(await this.send(batch))) {
        this.open.push(batch);
        return;
      }
    }
  }

  /** Shares hang on the one thirty before them: trees of several generations, whatever is lost or repeated. */
  private send(ids: readonly string[]): Promise<boolean> {
    const events = ids.map((id) => {
      const n = Number(id.slice(1));
      const via = n % 30 === 0 ? null : `e${n - (n % 30)}`;
      return {
        id,
        kind: "share",
        person: `p${n}`,
        code: id,
        via,
        channel: "x",
        occurredAt: 1_750_000_000_000 + n,
      };
    });
    return new Promise((resolve) => {
      const headers = { ...this.headers, "Content-Type": "application/json" };
      const sent = request(
        `${this.url}/api/v1/events`,
        { method: "POST", agent: this.agent, headers },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8").on("data", (piece) => {
            text += piece;
          });
          answer.on("error", () => resolve(false));
          answer.on("end", () => {
            if (answer.statusCode !== 202 || !answer.complete) return resolve(false);
            const { results } = JSON.parse(text) as { results: { outcome: string; id: string }[] };
            for (const { outcome, id } of results)
              if (outcome === "accepted" || outcome === "duplicate") this.acknowledged.add(id);
            resolve(true);
          });
        },
      );
      sent.on("error", () => resolve(false));
      sent.end(JSON.stringify({ events }));
    });
  }
}
