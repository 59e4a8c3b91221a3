import autocannon from "autocannon";
import { createEventStream } from "./front-events.ts";

/** What became of a flood: events a second, and requests that were answered as the contract does not say. */
export interface Flooded {
  readonly stored: number;
  readonly refused: number;
  readonly strange: number;
}

const BATCH = 1000;
const { url, headers, connections, seconds } = JSON.parse(process.argv[2] ?? "{}");
const next = createEventStream("~");
// One batch for all, its names made new each time: to make events takes longer than to take them in.
const template = JSON.stringify({ events: Array.from({ length: BATCH }, next) });
const start = Date.now().toString(36);
let serial = 0;
const {
  statusCodeStats = {},
  errors,
  non2xx,
} = await autocannon({
  ...{ url, connections, duration: seconds, timeout: 30 },
  headers: { ...headers, "content-type": "application/json" },
  requests: [
    {
      ...{ method: "POST", path: "/api/v1/events" },
      setupRequest: (request) => ({
        ...request,
        body: template.replaceAll("~", `${start}${(serial++).toString(36)}-`),
      }),
    },
  ],
});
const [stored, refused] = (["202", "503"] as const).map((status) =>
  Number(statusCodeStats[status]?.count ?? 0),
);
process.send?.({
  stored: ((stored ?? 0) * BATCH) / seconds,
  refused: ((refused ?? 0) * BATCH) / seconds,
  strange: errors + non2xx - (refused ?? 0),
} satisfies Flooded);
