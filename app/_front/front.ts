import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Collector } from "#app/_front/collector/collector.ts";
import type { Limits } from "#app/_front/default-limits.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import type { ProxyWatch } from "#app/_front/proxy-watch.ts";
import type { Readiness } from "#app/_front/readiness.ts";
import type { FindReportLook } from "#app/_front/report-look.ts";
import type { Site } from "#app/_front/site.ts";
import type { Notice } from "#lib/domain/notice.ts";

/** Answers the requests that the front lets through: Next, or a stand-in in tests. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** Takes over a connection that is to become a WebSocket. */
export type UpgradeHandler = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** What the parts of the front share while the server runs. */
export interface Front {
  readonly site: Site;
  readonly dev: boolean;
  readonly limits: Readonly<Limits>;
  readonly handler: Handler;
  readonly findReportLook: FindReportLook;
  /** Null: nothing is collected. */
  readonly collector: Collector | null;
  readonly proxies: ProxyWatch;
  /** Where vulnerabilities are reported; null: nobody is named. */
  readonly securityContact: string | null;
  /** What the owners are to be told on every page. */
  readonly notices: () => readonly Notice[];
  readonly readiness: () => Readiness;
  readonly isStopping: () => boolean;
  readonly log: (failure: Failure) => void;
  /** The answer under way on each connection. */
  readonly answers: WeakMap<Duplex, ServerResponse>;
}
