import type { Browser } from "@playwright/test";
import type { Account } from "#e2e/owner-account.ts";
import type { RunningApp } from "#e2e/serve.ts";
import { signIn } from "#e2e/sign-in.ts";

/** One person's browser, as far as it sends requests. */
export interface Asker {
  /** The status of an answer, whose body nobody waits for. */
  status(path: string): Promise<number>;
  html(path: string): Promise<string>;
  send(path: string, fields: Fields): Promise<number>;
}

export type Fields = readonly (readonly [name: string, value: string])[];

/** Somebody who asks as an account, or as nobody. */
export async function askerOf(browser: Browser, app: RunningApp, account: Account | null): Promise<Asker> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (account !== null) await signIn(page, app.url, account);
  const cookies = await context.cookies();
  await context.close();
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const ask = (path: string, more: RequestInit = {}) =>
    fetch(`${app.url}${path}`, {
      redirect: "manual",
      ...more,
      headers: { Cookie, Origin: app.url },
    });
  const statusOf = async (answer: Response) => {
    await answer.body?.cancel();
    return answer.status;
  };
  return {
    status: async (path) => statusOf(await ask(path)),
    html: async (path) => (await ask(path)).text(),
    send: async (path, fields) => {
      const body = new FormData();
      for (const [name, value] of fields) body.append(name, value);
      return statusOf(await ask(path, { method: "POST", body }));
    },
  };
}
