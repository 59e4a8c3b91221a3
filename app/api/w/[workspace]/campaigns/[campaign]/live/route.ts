import { markedCodesFor } from "#app/_answers/marked-codes-for.ts";
import { openFile } from "#app/_files/file-context.ts";
import { stopping } from "#app/_front/stopping.ts";
import { readLive } from "#db/queries/intake/read-live.ts";
import { MINUTE } from "#lib/time/lengths.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

const LOOK_MS = 2000;
/** The browser comes back by itself, and whether it still may is asked anew. */
const LONGEST_MS = MINUTE;

/** The last half hour of a campaign, sent whenever it changes, as server-sent events. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { scope, campaign, question, ask } = await openFile(request, params);
  const { filters } = question;
  const asking = { campaignId: campaign.id, filters };
  // As they are when the stream begins: it is opened anew every minute.
  const marked = await markedCodesFor(filters, ask);
  const encoder = new TextEncoder();
  const ending = AbortSignal.any([request.signal, stopping.signal, AbortSignal.timeout(LONGEST_MS)]);
  let timer: NodeJS.Timeout | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let last = "";
      const end = () => {
        clearInterval(timer);
        ending.removeEventListener("abort", end);
        try {
          controller.close();
        } catch {
          // The reader was faster.
        }
      };
      const look = () => {
        try {
          const view = JSON.stringify(readLive(scope, { ...asking, marked, now: Date.now() }));
          // A comment keeps proxies from closing what is silent.
          controller.enqueue(encoder.encode(view === last ? ":\n\n" : `data: ${view}\n\n`));
          last = view;
        } catch {
          // The browser asks again, and an answer that fails then says so.
          end();
        }
      };
      if (ending.aborted) return end();
      ending.addEventListener("abort", end, { once: true });
      timer = setInterval(look, LOOK_MS);
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
      look();
    },
    cancel: () => clearInterval(timer),
  });
  return new Response(stream, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}
