import { constants, setPriority } from "node:os";
import autocannon from "autocannon";

/** What a crowd asks for, and for how long. */
export interface CrowdOrder {
  readonly url: string;
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  /** `{n}` becomes the number of the request. */
  readonly body?: string;
  readonly connections: number;
  readonly seconds: number;
}

/** Requests by what became of them: answered by the pages, or turned away with 503 or 429. */
export interface CrowdSeen {
  readonly answered: number;
  readonly refused: number;
}

const order = JSON.parse(process.argv[2] ?? "{}") as CrowdOrder;
// The people whom this stands for bring machines of their own.
setPriority(constants.priority.PRIORITY_LOW);
let address = 0;
const { statusCodeStats = {} } = await autocannon({
  url: order.url,
  connections: order.connections,
  duration: order.seconds,
  timeout: 60,
  headers: { ...order.headers },
  requests: [
    {
      method: order.method ?? "GET",
      path: order.path,
      setupRequest: (request) => {
        address += 1;
        const from = `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`;
        const body = order.body?.replace("{n}", String(address));
        const headers = { ...request.headers, "x-forwarded-for": from };
        return body === undefined ? { ...request, headers } : { ...request, headers, body };
      },
    },
  ],
});
const counts = Object.entries(statusCodeStats).map(([status, { count }]) => [status, Number(count)] as const);
const isRefused = (status: string) => status === "503" || status === "429";
const sumOf = (wanted: boolean) =>
  counts.reduce((sum, [status, count]) => sum + (isRefused(status) === wanted ? count : 0), 0);
process.send?.({ answered: sumOf(false), refused: sumOf(true) } satisfies CrowdSeen);
process.disconnect?.();
