import { createServer } from "node:http";
import { bareInsert } from "#db/bench/bare-insert.ts";
import { sameRowsInsert } from "#db/bench/same-rows-insert.ts";

/** A server of its own process that stores what it is sent, and does nothing else: no checks, no forest, no limits. */
const [path = "", port = "0", which = ""] = process.argv.slice(2);
const store = which === "same-rows" ? sameRowsInsert(path) : bareInsert(path);
let visits = 0;
createServer((req, res) => {
  if (req.method === "GET") {
    visits += 1;
    const visit = { id: `v${visits}`, kind: "visit", person: "p", via: req.url ?? "", code: null };
    store([{ ...visit, channel: null, value: null }], Date.now());
    res.writeHead(302, { Location: "https://shop.example/" }).end();
    return;
  }
  const pieces: Buffer[] = [];
  req.on("data", (piece) => pieces.push(piece));
  req.on("end", () => {
    const body = JSON.parse(Buffer.concat(pieces).toString());
    store(body.events ?? [body], Date.now());
    res.writeHead(202).end('{"accepted":1}');
  });
}).listen(Number(port), "127.0.0.1", () => process.send?.({ ready: true }));
