import type { Page } from "@playwright/test";
import type { Fields } from "./asker.ts";

/** A form that sends itself to one of our actions. */
export interface Form {
  readonly path: string;
  /** Which action, with what it is bound to. */
  readonly action: string;
  readonly button: string;
  readonly fields: Fields;
}

/** The forms of a page that send themselves to an action, and the paths that it links to. */
export async function readPage(
  page: Page,
  path: string,
  html: string,
): Promise<{ forms: Form[]; links: string[] }> {
  const read = await page.evaluate((text) => {
    const nameOf = (button: Element | null) =>
      button?.getAttribute("aria-label") ?? button?.textContent ?? "";
    const document = new DOMParser().parseFromString(text, "text/html");
    const forms = [...document.querySelectorAll("form")].map((form) => ({
      fields: [...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string]),
      button: nameOf(form.querySelector("button[type=submit], button:not([type])")),
    }));
    const links = [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? "");
    return { forms, links };
  }, html);
  const forms = read.forms.flatMap(({ fields, button }) => {
    const told = fields.filter(([name]) => name.startsWith("$ACTION") && !name.startsWith("$ACTION_KEY"));
    return told.length === 0 ? [] : [{ path, action: JSON.stringify(told), button, fields }];
  });
  const links = read.links.filter((href) => href.startsWith("/")).map((href) => href.replace(/[?#].*$/, ""));
  return { forms, links };
}
