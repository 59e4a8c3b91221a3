import type { IncomingMessage, ServerResponse } from "node:http";
import type { Failure } from "#app/_front/failure-line.ts";
import type { HeldBytes } from "#app/_front/held-bytes.ts";
import type { PagesState } from "#app/_front/processes/messages.ts";
import type { RequestHead } from "#app/_front/request-head.ts";
import type { Site } from "#app/_front/site.ts";
import type { CollectionHolder } from "#db/auth-store/find-collection.ts";
import type { Destination } from "#db/intake/find-destination.ts";
import type { RefusalTally } from "#db/intake/refusal-tally.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import type { IngestScope } from "#lib/access/ingest-scope.ts";
import type { Admission } from "./admission.ts";
import type { CollectorLimits } from "./collector-limits.ts";
import type { CollectorMetrics } from "./collector-metrics.ts";
import type { CommitQueue } from "./commit-queue.ts";
import type { DeviceMarks } from "./device-marks.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { RecentSharers } from "./recent-sharers.ts";
import type { ScannerWatch } from "./scanner-watch.ts";

/** One request to the collector, its line and headers judged already. */
export interface CollectorRequest {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly head: RequestHead;
  /** Under which the client's share of a limit is counted; empty: it cannot be told. */
  readonly address: string;
  /** Whose network tells one visitor from another; empty: it cannot be told. */
  readonly visitor: string;
}

/** What a collector is made with. */
export interface CollectorOptions {
  /**
   * A connection of the collector's own, let go of when it stops: a commit of events must not wait for a page's
   * statement, nor a page for it.
   */
  readonly db: IntisharDatabase;
  readonly site: Site;
  /** Null: nobody may read `/metrics`. */
  readonly metricsToken: string | null;
  readonly script: CollectorContext["script"];
  readonly limits?: Partial<CollectorLimits>;
  readonly log: (failure: Failure) => void;
  /** How the process of the pages is; null when there is none or it has not started. */
  readonly pages?: () => PagesState | null;
}

/** What the collector's answers share while the server runs. */
export interface CollectorContext {
  readonly site: Site;
  readonly limits: CollectorLimits;
  readonly queue: CommitQueue;
  readonly held: HeldBytes;
  readonly admission: Admission;
  readonly rates: RateLimits;
  readonly devices: DeviceMarks;
  readonly sharers: RecentSharers;
  readonly scanners: ScannerWatch;
  readonly refusals: RefusalTally;
  readonly metrics: CollectorMetrics;
  /** The script that landing pages load. */
  readonly script: { readonly text: string; readonly gzip: Buffer; readonly tag: string };
  readonly metricsToken: string | null;
  readonly now: () => number;
  readonly openScope: (holder: CollectionHolder) => IngestScope | null;
  readonly destinationOf: (scope: IngestScope, code: string) => Destination;
}
