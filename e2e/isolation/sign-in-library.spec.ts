import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";

const CALLBACKS = [
  ...[
    "/",
    "/w/x",
    "/∕x",
    "/\0/",
    "/\ud800/",
    "//evil.test",
    "/\\evil.test",
    "/%5Cevil.test",
    "/\t/evil.test",
  ],
  ...[
    "blob:$URL/x",
    "javascript:alert(1)",
    "data:text/html,x",
    "https:evil.test",
    "http://[",
    "$URL.evil.test",
  ],
  ...[
    "$URL@evil.test",
    "http://evil。test",
    "/%252f%252fevil.test",
    "/\r\nX: y",
    "a".repeat(8000),
    "/é",
    "file:///",
  ],
];

test("whatever the sign-in library is asked is answered, and leads nowhere else", async ({ app }) => {
  const api = `${app.url}/api/auth`;
  const csrf = await fetch(`${api}/csrf`);
  const { csrfToken }: { csrfToken: string } = await csrf.json();
  const Cookie = csrf.headers.getSetCookie().map((line) => line.split(";", 1)[0]);
  const own = { Cookie: Cookie.join("; "), Origin: app.url };
  const failures: string[] = [];
  let sent = 0;
  const send = async (what: string, url: string, { headers, ...more }: RequestInit) => {
    // Networks in turn: one of them alone would be refused before it reached the library.
    const network = `203.0.113.${Math.floor(sent++ / 200)}`;
    const from = new Headers(headers);
    from.set("X-Forwarded-For", network);
    const answer = await fetch(url, { redirect: "manual", headers: from, ...more });
    const target = answer.headers.get("location") ?? "";
    const stays = target === "" || new URL(target, app.url).origin === app.url;
    if (answer.status >= 500 || answer.status === 429 || !stays || target.startsWith("blob:"))
      failures.push(`${answer.status} ${what} ${target}`);
    await answer.body?.cancel();
  };
  const calls = [
    "csrf",
    "session",
    "providers",
    "signin",
    "signout",
    "error",
    "callback/credentials",
    "_log",
    "",
  ];
  for (const call of [...calls, "callback", "callback/x", "signin/credentials", "verify-request"]) {
    for (const method of ["GET", "POST", "HEAD"]) {
      await send(`${method} ${call}`, `${api}/${call}`, { method, headers: own });
      await send(`${method} ${call} error`, `${api}/${call}?error=%0d%0ax`, { method, headers: own });
    }
    for (const template of CALLBACKS) {
      const callbackUrl = template.replace("$URL", app.url);
      const query = new URLSearchParams({ callbackUrl });
      await send(`GET ${call} ${template}`, `${api}/${call}?${query}`, { headers: own });
      const cookie = `${own.Cookie}; next-auth.callback-url=${new URLSearchParams([["", callbackUrl]]).toString().slice(1)}`;
      await send(`cookie ${call} ${template}`, `${api}/${call}`, { headers: { Cookie: cookie } });
      const fields = { csrfToken, callbackUrl, email: "x@intishar.test", password: "x" };
      for (const body of [new URLSearchParams(fields), JSON.stringify(fields)]) {
        const type = typeof body === "string" ? { "Content-Type": "application/json" } : {};
        const headers = { ...own, ...type };
        if (call !== "callback/credentials")
          await send(`POST ${call} ${template}`, `${api}/${call}`, { method: "POST", body, headers });
      }
    }
  }
  const raw = { Cookie: `${own.Cookie}; next-auth.callback-url=blob:${app.url}/x` };
  for (const call of calls) await send(`raw blob ${call}`, `${api}/${call}`, { headers: raw });
  const logged = app.output();
  for (const garbage of ["x", "a.b.c.d.e", "%ff", "e".repeat(4000)])
    await send(garbage, `${api}/session`, { headers: { Cookie: `intishar.session=${garbage}` } });
  expect(failures).toEqual([]);
  expect(app.output()).toBe(logged);
});
