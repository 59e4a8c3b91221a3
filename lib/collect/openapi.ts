import { z } from "zod";
import { CollectBatch } from "./collect-request.ts";
import { CollectedEvent } from "./collected-event.ts";
import { IntakeReceipt, MintedCodes, RequestFault } from "./intake-receipt.ts";

/** An OpenAPI document, as far as its readers here need to know it. */
export type OpenApi = ReturnType<typeof openApi>;

const COMPONENTS = "#/components/schemas/";

/** Every schema by its name, with references as OpenAPI writes them. */
function schemas(): Record<string, z.core.JSONSchema.BaseSchema> {
  const registry = z.registry<{ id: string }>();
  const named = {
    Event: CollectedEvent,
    Batch: CollectBatch,
    Receipt: IntakeReceipt,
    Fault: RequestFault,
    Codes: MintedCodes,
  };
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const found: Record<string, z.core.JSONSchema.BaseSchema> = {};
  for (const schema of Object.values(named)) {
    const { $defs } = z.toJSONSchema(schema, { io: "input" });
    for (const [id, one] of Object.entries($defs ?? {})) found[id] = one;
  }
  return JSON.parse(JSON.stringify(found).replaceAll("#/$defs/", COMPONENTS));
}

const ref = (name: string) => ({ $ref: `${COMPONENTS}${name}` });
const json = (description: string, name: string) => ({
  description,
  content: { "application/json": { schema: ref(name) } },
});
const retry = {
  "Retry-After": { description: "Seconds until it may go through.", schema: { type: "integer" } },
};

const FAULTS = {
  "401": json("No such key, or it was revoked.", "Fault"),
  "403": json("The key is a page's, and this page is not on one of the campaign's sites.", "Fault"),
  "429": { ...json("Too many in one minute.", "Fault"), headers: retry },
};

const EVENTS = {
  operationId: "sendEvents",
  summary: "Report events",
  description:
    "One event or a batch of up to 1,000, at most 256 KiB, plain or gzip, as JSON or as plain text (as sendBeacon sends). The answer comes once everything that it calls accepted is on stable storage. Sending an event again changes nothing.",
  tags: ["Collecting"],
  requestBody: {
    required: true,
    content: {
      "application/json": {
        schema: { anyOf: [ref("Event"), ref("Batch")] },
        example: { kind: "share", person: "maya", code: "a1", channel: "whatsapp", via: "b7" },
      },
      "text/plain": { schema: { type: "string", description: "The same JSON." } },
    },
  },
  responses: {
    "202": json("At least one event is stored, or was before.", "Receipt"),
    "400": json("The body is no JSON; it is kept in quarantine.", "Receipt"),
    "413": json("The body, its inflated size or the number of events is beyond the limits.", "Fault"),
    "422": json("No event could be taken in; the results say why.", "Receipt"),
    ...FAULTS,
    "503": {
      ...json("Nothing is stored: the disk is full, or too much waits for it.", "Fault"),
      headers: retry,
    },
  },
};

const CODES = {
  operationId: "mintCodes",
  summary: "Get signed codes",
  description:
    "Codes to share with, so that what comes back through them is verified. A bot asks for one per person.",
  tags: ["Collecting"],
  parameters: [
    { name: "count", in: "query", schema: { type: "integer", minimum: 1, maximum: 100, default: 1 } },
  ],
  responses: {
    "200": json("Codes.", "Codes"),
    "400": json("Not a count.", "Fault"),
    ...FAULTS,
    "503": json("The key that signs is sealed with a secret that the server has lost.", "Fault"),
  },
};

const REDIRECT = {
  operationId: "followCode",
  summary: "Follow a code",
  description:
    "Notes the visit and leads to the campaign's page with the code. What the link was followed with, such as gclid or utm_source, goes along where the page and the link do not say the same; marks behind a signed code are left out. Apps that fetch a preview get its card.",
  tags: ["Following"],
  security: [],
  parameters: [{ name: "code", in: "path", required: true, schema: { type: "string" } }],
  responses: {
    "200": { description: "The preview card, for an app that shows one." },
    "302": { description: "To the campaign's page.", headers: { Location: { schema: { type: "string" } } } },
    "404": { description: "No such code; a page says what to do." },
    "410": { description: "The link is paused." },
  },
};

/** The public interface of a server, generated from the schemas that its collector checks with. OpenAPI 3.1. */
export function openApi(origin: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Intishar",
      version: "1.0.0",
      description: "Reports shares, visits, conversions and ratings of a campaign as they happen.",
      license: { name: "AGPL-3.0-only", identifier: "AGPL-3.0-only" },
    },
    servers: [{ url: origin }],
    tags: [
      { name: "Collecting", description: "What servers, bots and pages send." },
      { name: "Following", description: "What people open." },
    ],
    security: [{ serverKey: [] }, { apiKey: [] }, { publicKey: [] }],
    paths: {
      "/api/v1/events": { post: EVENTS },
      "/api/v1/codes": { post: CODES },
      "/s/{code}": { get: REDIRECT },
    },
    components: {
      securitySchemes: {
        serverKey: { type: "http", scheme: "bearer", description: "A server's key; a secret." },
        apiKey: {
          type: "apiKey",
          in: "header",
          name: "X-Api-Key",
          description: "The same key, in a header of its own.",
        },
        publicKey: {
          type: "apiKey",
          in: "query",
          name: "key",
          description: "A page's key; opens to its sites alone.",
        },
      },
      schemas: schemas(),
    },
  };
}
